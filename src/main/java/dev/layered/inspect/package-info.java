/**
 * Reads an image and tells what is wrong with it.
 *
 * <p>Start at {@link dev.layered.inspect.ImageVerifier}. Imports {@code record}, {@code layer}, {@code tar},
 * {@code layout}, {@code plan}, {@code outcome}, {@code store}, {@code json}, {@code image} and {@code failure}.
 */
package dev.layered.inspect;

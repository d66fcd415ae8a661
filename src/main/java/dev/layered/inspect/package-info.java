/**
 * Reads an image and tells what is in it, and how it differs from another.
 *
 * <p>Start at {@link dev.layered.inspect.ImageInspector}. Imports {@code place}, {@code record}, {@code layer},
 * {@code tar}, {@code layout}, {@code plan}, {@code outcome}, {@code store}, {@code image} and {@code failure}.
 */
package dev.layered.inspect;

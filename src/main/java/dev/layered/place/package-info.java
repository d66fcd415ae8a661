/**
 * Where the images are that a user names, and what builds and pushes left of them.
 *
 * <p>Start at {@link dev.layered.place.BuildFiles}. Imports {@code record}, {@code registry}, {@code layout}, {@code store},
 * {@code outcome}, {@code json}, {@code image} and {@code failure}.
 */
package dev.layered.place;

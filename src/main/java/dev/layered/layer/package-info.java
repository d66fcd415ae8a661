/**
 * Writes one layer: tar, compression, key.
 *
 * <p>Start at {@link dev.layered.layer.LayerEntry}. The only package that sees the deflate library.
 * Imports {@code tar}, {@code store}, {@code outcome}, {@code image} and {@code failure}.
 */
package dev.layered.layer;

/**
 * Writes, reads and lists one layer: its entries, compression, key.
 *
 * <p>Start at {@link dev.layered.layer.LayerEntry}. The only package that sees the deflate library and
 * Zstandard. Imports {@code tar}, {@code store}, {@code outcome}, {@code image} and {@code failure}.
 */
package dev.layered.layer;

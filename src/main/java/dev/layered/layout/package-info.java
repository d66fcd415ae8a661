/**
 * Reads and writes an OCI image layout on disk.
 *
 * <p>Start at {@link dev.layered.layout.ImageLayout}. Imports {@code store}, {@code outcome}, {@code json},
 * {@code image} and {@code failure}.
 */
package dev.layered.layout;

/**
 * Reads and writes image layouts on disk, and archives of images.
 *
 * <p>Start at {@link dev.layered.layout.ImageLayout} to write and at {@link dev.layered.layout.StoredImages} to read.
 * Imports {@code layer}, {@code tar}, {@code store}, {@code outcome}, {@code json}, {@code image} and {@code failure}.
 */
package dev.layered.layout;

/**
 * Reads and writes tar archives, one entry after the other or a file by its name.
 *
 * <p>Start at {@link dev.layered.tar.TarReader}. The only package that sees Commons Compress. Whatever the bytes are,
 * reading ends soon, needs little memory, and fails with nothing but a failure of ours. Imports {@code store} (for the
 * words of the operating system) and {@code failure}.
 */
package dev.layered.tar;

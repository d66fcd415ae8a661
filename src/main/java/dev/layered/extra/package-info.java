/**
 * Puts the files of extra directories into layers.
 *
 * <p>Start at {@link dev.layered.extra.ExtraDirectories}. Imports {@code folder}, {@code layer} (entries only),
 * {@code plan} and {@code failure}.
 */
package dev.layered.extra;

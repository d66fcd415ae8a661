/**
 * Carries a plan out: base, layers, images, index, delivery.
 *
 * <p>Start at {@link dev.layered.build.ImageBuilder}. Imports everything below but {@code inspect}, {@code suggest},
 * {@code migrate} and {@code report}.
 */
package dev.layered.build;

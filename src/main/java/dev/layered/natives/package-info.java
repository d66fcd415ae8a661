/**
 * Which artifact is for which platform, and what stands in its place on others. Pure: no file, no network.
 *
 * <p>Start at {@link dev.layered.natives.PlatformClassPath}. Imports {@code plan} (coordinates and patterns),
 * {@code image} and {@code failure}.
 */
package dev.layered.natives;

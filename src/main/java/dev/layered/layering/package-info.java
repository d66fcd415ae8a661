/**
 * Divides artifacts into layers of their own by what they are and how big they are, and says why. Pure: no file, no
 * history, no clock.
 *
 * <p>Start at {@link dev.layered.layering.Division}. Imports nothing.
 */
package dev.layered.layering;

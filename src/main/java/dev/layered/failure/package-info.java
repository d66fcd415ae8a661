/**
 * The one exception users see: what, where, fix.
 *
 * <p>Start at {@link dev.layered.failure.LayeredFailure}. Imports nothing of ours.
 */
package dev.layered.failure;

/**
 * Deflate (RFC 1951) whose bytes depend on its input alone, never on the Java that runs it.
 *
 * <p>Start at {@link dev.layered.deflate.DeflateOutput}. Imports nothing of ours.
 */
package dev.layered.deflate;

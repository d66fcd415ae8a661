/**
 * Runs programs of this machine with an end to their time and to what they write.
 *
 * <p>Start at {@link dev.layered.program.ProgramRun}. Imports nothing.
 */
package dev.layered.program;

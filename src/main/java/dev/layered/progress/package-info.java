/**
 * How far long work is, while it goes on: lines in a log, or one line on a terminal.
 *
 * <p>Start at {@link dev.layered.progress.ProgressView}. Imports {@code report} and {@code outcome}.
 */
package dev.layered.progress;

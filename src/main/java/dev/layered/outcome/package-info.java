/**
 * What happens in a run: typed events and result records that report and tests read.
 *
 * <p>Start at {@link dev.layered.outcome.BuildLog} and {@link dev.layered.outcome.BuildOutcome}. Imports {@code image}
 * and {@code failure}.
 */
package dev.layered.outcome;

/**
 * Tells what a run made: terminal text and {@code image.json}.
 *
 * <p>Start at {@link dev.layered.report.LayerTable}. Imports {@code plan}, {@code outcome}, {@code store},
 * {@code json}, {@code image} and {@code failure}.
 */
package dev.layered.report;

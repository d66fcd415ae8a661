/**
 * Replays a project's history: what it would have cost to send its images, had they been divided like this or like that;
 * and looks for {@code <depLayers>} that would have cost less.
 *
 * <p>Start at {@link dev.layered.suggest.Suggestions}. Imports {@code plan}, {@code layering}, {@code layer},
 * {@code outcome}, {@code image} and {@code failure}.
 */
package dev.layered.suggest;

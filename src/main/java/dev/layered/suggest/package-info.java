/**
 * Replays a project's history: what it would have cost to send its images, had they been divided like this or like that.
 *
 * <p>Start at {@link dev.layered.suggest.Replay}. Imports {@code plan}, {@code layering}, {@code image} and
 * {@code failure}.
 */
package dev.layered.suggest;

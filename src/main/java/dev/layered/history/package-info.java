/**
 * Reads the history of a project from its git repository, with the program git. Writes nothing into the repository.
 *
 * <p>Start at {@link dev.layered.history.GitRepository}. Imports {@code program} and {@code failure}.
 */
package dev.layered.history;

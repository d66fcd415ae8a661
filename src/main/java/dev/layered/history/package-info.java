/**
 * Reads the history of a project from its git repository, with the program git, and from its files which commit is checked
 * out. Writes nothing into the repository.
 *
 * <p>Start at {@link dev.layered.history.GitRepository}. Imports {@code program} and {@code failure}.
 */
package dev.layered.history;

/**
 * Who may sign in to a registry: the places that credentials come from, and their order.
 *
 * <p>Start at {@link dev.layered.registry.credential.CredentialSources}. Imports {@code program}, {@code json},
 * {@code image} and {@code failure}.
 */
package dev.layered.registry.credential;

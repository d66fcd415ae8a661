/**
 * The verbs of one repository: has, get, put, mount, tag, referrers; credentials.
 *
 * <p>Start at {@link dev.layered.registry.Registries}. Imports {@code outcome}, {@code json}, {@code image} and
 * {@code failure}.
 */
package dev.layered.registry;

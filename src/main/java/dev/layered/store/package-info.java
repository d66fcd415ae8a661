/**
 * Files on this machine, whole or absent, verified on read.
 *
 * <p>Start at {@link dev.layered.store.Store} and {@link dev.layered.store.AtomicFile}. Imports {@code outcome},
 * {@code image}, {@code json} and {@code failure}.
 */
package dev.layered.store;

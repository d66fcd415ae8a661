/**
 * Reads an image and tells what is wrong with it: against the OCI image spec, and against the record of its build.
 *
 * <p>Start at {@link dev.layered.verify.ImageVerifier}. Imports {@code place}, {@code record}, {@code layer}, {@code tar},
 * {@code layout}, {@code plan}, {@code outcome}, {@code store}, {@code json}, {@code image} and {@code failure}.
 */
package dev.layered.verify;

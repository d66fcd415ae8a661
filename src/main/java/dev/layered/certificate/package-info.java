/**
 * CA certificates: read from files, and put into the bundles and Java trust stores of images.
 *
 * <p>Start at {@link dev.layered.certificate.PemFiles}. Imports {@code store}, {@code image} and {@code failure}.
 */
package dev.layered.certificate;

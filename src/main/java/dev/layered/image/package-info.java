/**
 * The words of the OCI image specification as immutable records, and the one place where they become bytes.
 *
 * <p>Start at {@link dev.layered.image.Image} and {@link dev.layered.image.OciJson}. Imports {@code json} and
 * {@code failure}.
 */
package dev.layered.image;

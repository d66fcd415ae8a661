/**
 * JSON text to values and back; the only package that sees Jackson.
 *
 * <p>Start at {@link dev.layered.json.Json}. Imports {@code failure}.
 */
package dev.layered.json;

/**
 * Where things lie in a jar (PKWARE APPNOTE.TXT), without unpacking it.
 *
 * <p>Start at {@link dev.layered.jar.JarParts}. Imports nothing of ours.
 */
package dev.layered.jar;

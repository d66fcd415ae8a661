/**
 * Where things lie in a jar (PKWARE APPNOTE.TXT), without unpacking it.
 *
 * <p>Start at {@link dev.layered.jar.TimelessJar}. Imports nothing of ours.
 */
package dev.layered.jar;

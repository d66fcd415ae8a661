/**
 * Goals: the Maven project becomes a plan's input, failures become Maven's exceptions.
 *
 * <p>Start at {@link dev.layered.maven.LayeredMojo}. This package and those below it are the only ones that see
 * {@code org.apache.maven}, Plexus and Sisu; they may import every other package.
 */
package dev.layered.maven;

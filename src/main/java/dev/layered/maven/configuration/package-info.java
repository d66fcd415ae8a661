/**
 * Reads a goal's configuration: lays properties over the pom, finds every mistake with its line, then binds.
 *
 * <p>Start at {@link dev.layered.maven.configuration.LayeredConfigurator}; a mojo sees only
 * {@link dev.layered.maven.configuration.ConfigurationReceiver}. Imports {@code failure} and Maven's own API.
 */
package dev.layered.maven.configuration;

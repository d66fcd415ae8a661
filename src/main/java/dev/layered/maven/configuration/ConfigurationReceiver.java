package dev.layered.maven.configuration;

/**
 * A mojo that wants to know how its configuration was read.
 *
 * <p>The mistakes are handed over instead of thrown, because Maven hides a configurator's exception behind a text of
 * its own, and because the mojo may find more of them in the values.
 */
public interface ConfigurationReceiver {

    /** Takes what was found; called once, after all fields are bound and before the goal runs. */
    void received(ReadConfiguration read);
}

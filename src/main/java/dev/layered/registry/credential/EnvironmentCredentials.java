package dev.layered.registry.credential;

import dev.layered.failure.LayeredFailure;
import java.util.Optional;

/**
 * A user and a password in the environment, for the registry that is pushed to and no other: the variables do not say
 * whose they are, and a base image may come from anywhere.
 */
record EnvironmentCredentials(Optional<String> target, Machine machine) implements CredentialSource {

    private static final String USER = "LAYERED_REGISTRY_USERNAME";

    private static final String PASSWORD = "LAYERED_REGISTRY_PASSWORD";

    static final String NAMES = "the environment's " + USER + " and " + PASSWORD;

    @Override
    public Optional<Credentials> find(String registry, String repository) {
        String host = RegistryKeys.host(registry);
        if (target.map(RegistryKeys::host).filter(host::equals).isEmpty()) {
            return Optional.empty();
        }
        Optional<String> user = machine.variable(USER);
        Optional<String> password = machine.variable(PASSWORD);
        if (user.isPresent() != password.isPresent()) {
            throw LayeredFailure.mistake(
                    "credential-environment",
                    "The environment has '" + (user.isPresent() ? USER : PASSWORD) + "' without '"
                            + (user.isPresent() ? PASSWORD : USER) + "'.",
                    "the environment of the command",
                    "set both or none");
        }
        return user.map(name -> Credentials.kept(name, password.orElseThrow(), NAMES));
    }
}

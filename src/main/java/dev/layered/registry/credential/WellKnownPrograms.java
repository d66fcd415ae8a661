package dev.layered.registry.credential;

import dev.layered.failure.LayeredFailure;
import dev.layered.outcome.BuildLog;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The credential helpers of the large clouds, asked for the clouds' own registries where this machine has them.
 *
 * <p>Nobody named them, so one that fails is a detail and not a failure.
 *
 * @param programs whom to ask
 * @param log hears of those that fail
 */
record WellKnownPrograms(HelperPrograms programs, BuildLog log) implements CredentialSource {

    /** Google Container Registry and Artifact Registry. */
    static final Pattern GOOGLE = Pattern.compile("(.+\\.)?gcr\\.io|.+\\.pkg\\.dev");

    private static final Map<Pattern, String> NAMES = Map.of(
            GOOGLE,
            "gcr gcloud",
            Pattern.compile(".+\\.amazonaws\\.com(\\.cn)?|public\\.ecr\\.aws"),
            "ecr-login",
            Pattern.compile(".+\\.azurecr\\.(io|cn|us)"),
            "acr-env acr");

    @Override
    public Optional<Credentials> find(String registry, String repository) {
        String host = RegistryKeys.host(registry);
        return NAMES.entrySet().stream()
                .filter(cloud -> cloud.getKey().matcher(host).matches())
                .flatMap(cloud -> Pattern.compile(" ").splitAsStream(cloud.getValue()))
                .flatMap(name -> ask(name, host).stream())
                .findFirst();
    }

    private Optional<Credentials> ask(String name, String host) {
        try {
            return programs.askIfThere(name, host);
        } catch (LayeredFailure failure) {
            log.detail(failure.getMessage());
            return Optional.empty();
        }
    }
}

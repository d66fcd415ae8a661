package dev.layered.registry.credential;

import com.google.cloud.tools.jib.api.Credential;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.LogEvent;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import com.google.cloud.tools.jib.registry.credentials.CredentialRetrievalException;
import dev.layered.failure.Shown;
import dev.layered.outcome.BuildLog;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Google's application default credentials, for Google's registries alone, as Jib Core gets them.
 *
 * <p>Nobody named them: where they are not to be had, or not within the limit, a detail says why.
 */
final class GoogleDefaultCredentials implements CredentialSource {

    private static final String SOURCE = "Google's application default credentials";

    private final Duration limit;
    private final BuildLog log;
    private final Remembered answers;

    GoogleDefaultCredentials(Duration limit, Clock clock, BuildLog log) {
        this.limit = limit;
        this.log = log;
        this.answers = new Remembered(clock);
    }

    @Override
    public Optional<Credentials> find(String registry, String repository) {
        String host = RegistryKeys.host(registry);
        return WellKnownPrograms.GOOGLE.matcher(host).matches()
                ? answers.get(host, () -> ask(host, repository))
                : Optional.empty();
    }

    private Optional<Credentials> ask(String host, String repository) {
        CompletableFuture<Optional<Credential>> answer = new CompletableFuture<>();
        Thread asking = new Thread(() -> complete(answer, host, repository), "layered-google");
        asking.setDaemon(true);
        asking.start();
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .map(found -> Credentials.password(found.getUsername(), found.getPassword(), SOURCE));
        } catch (TimeoutException e) {
            log.detail(SOURCE + " were not there after " + limit.toSeconds() + " s.");
        } catch (ExecutionException e) {
            log.detail(SOURCE + " are not to be had: " + Shown.text(String.valueOf(e.getCause())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private void complete(CompletableFuture<Optional<Credential>> answer, String host, String repository) {
        try {
            ImageReference image = ImageReference.of(host, repository, null);
            answer.complete(CredentialRetrieverFactory.forImage(image, this::tell)
                    .googleApplicationDefaultCredentials()
                    .retrieve());
        } catch (CredentialRetrievalException | RuntimeException | LinkageError e) {
            answer.completeExceptionally(e);
        }
    }

    private void tell(LogEvent event) {
        log.detail(Shown.text(event.getMessage()));
    }
}

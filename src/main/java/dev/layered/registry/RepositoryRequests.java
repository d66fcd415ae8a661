package dev.layered.registry;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Sends requests to one repository, authorized as its registry asks for, and follows where it points to. Thread-safe.
 *
 * <p>What authorizes goes to the registry's own address and nowhere else.
 */
final class RepositoryRequests {

    private static final int MOST_REDIRECTS = 5;

    private final RegistryHost host;
    private final String repository;
    private final Scope reading;
    private final RegistryTimes times;

    /** {@code reading} is what the registry is asked to allow where the repository is only read. */
    RepositoryRequests(RegistryHost host, Scope reading, RegistryTimes times) {
        this.host = host;
        this.repository = reading.repository();
        this.reading = reading;
        this.times = times;
    }

    String repository() {
        return repository;
    }

    Scope reading() {
        return reading;
    }

    /** Returns what is known in this run of blobs in the registry. */
    SharedBlobs blobs() {
        return host.blobs();
    }

    /** Returns the repository as it is spoken to, e.g. {@code docker.io/library/alpine}. */
    String name() {
        return host.name() + "/" + repository;
    }

    /** Whether the other is another repository of the same registry. */
    boolean isBeside(RepositoryRequests other) {
        return host.name().equals(other.host.name()) && !repository.equals(other.repository);
    }

    Retry retry(String operation) {
        return new Retry(operation, times, host.notes());
    }

    /** Tries a request of a path below the repository again; its failures name it as those of its answers do. */
    Retry retry(String method, String path) {
        return retry(method + " " + host.authority() + "/v2/" + repository + "/" + path);
    }

    /** Returns a request of a path below the repository, e.g. {@code manifests/latest}. */
    HttpCall call(String method, String path) throws IOException {
        return HttpCall.of(method, host.base().resolve("/v2/" + repository + "/" + path));
    }

    /** Returns what makes failures of the answers to requests in that scope. */
    Refusal refusal(Scope scope) {
        return new Refusal(host.authorizations().who(scope), times.clock());
    }

    /**
     * Returns the answer, which is neither a passing failure nor a question who we are.
     *
     * @param subject what the registry is asked for, for messages
     */
    Answer send(HttpCall call, Scope scope, String subject) throws IOException {
        Answer answer = authorized(call, scope, subject);
        for (int i = 0; call.isRead() && answer.status() / 100 == 3; i++) {
            URI here = answer.call().uri();
            Optional<URI> to = answer.header("Location").flatMap(target -> Address.resolve(here, target));
            if (to.isEmpty() || i == MOST_REDIRECTS) {
                throw refusal(scope).of(answer, subject);
            }
            answer.close();
            answer = authorized(call.at(to.get()), scope, subject);
        }
        try {
            refusal(scope).throwIfPassing(answer);
        } catch (IOException e) {
            answer.close();
            throw e;
        }
        return answer;
    }

    private Answer authorized(HttpCall call, Scope scope, String subject) throws IOException {
        Transport transport = host.connections().to(call.uri());
        if (!Address.isSameOrigin(call.uri(), host.base())) {
            return transport.send(call);
        }
        Optional<String> used = host.authorizations().current(scope, call);
        Answer answer = host.authorizations().send(transport, call, scope, used);
        if (answer.status() != 401) {
            return answer;
        }
        answer.close();
        String renewed = host.authorizations().renewed(scope, used, answer);
        Answer second = host.authorizations().send(transport, call, scope, Optional.of(renewed));
        if (second.status() != 401) {
            return second;
        }
        try (second) {
            throw host.authorizations().denied(scope, second, subject);
        }
    }
}

package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.outcome.BuildLog;
import dev.layered.registry.credential.CredentialSource;
import dev.layered.registry.credential.Credentials;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one registry was told about who we are, and the tokens it gave for it. Thread-safe.
 *
 * <p>A token is fetched once for all threads that need it. Credentials that were refused are not sent again.
 */
final class Authorizations {

    private final String registry;
    private final CredentialSource source;
    private final TokenServer tokens;
    private final Clock clock;
    private final BuildLog log;
    private final Map<String, Optional<Credentials>> known = new ConcurrentHashMap<>();
    private final Map<Scope, Grant> grants = new ConcurrentHashMap<>();
    private final Map<Credentials, Trial> trials = new ConcurrentHashMap<>();
    private volatile Challenge challenge;

    Authorizations(String registry, CredentialSource source, TokenServer tokens, Clock clock, BuildLog log) {
        this.registry = registry;
        this.source = source;
        this.tokens = tokens;
        this.clock = clock;
        this.log = log;
    }

    /** Returns the Authorization header for the scope; empty until the registry has asked for one. */
    Optional<String> current(Scope scope, HttpCall call) throws IOException {
        return grant(scope).current(call);
    }

    /**
     * Returns another header than the one that was answered with 401.
     *
     * @throws LayeredFailure if there is none
     */
    String renewed(Scope scope, Optional<String> used, Answer answer) throws IOException {
        List<String> asked = answer.headers().allValues("WWW-Authenticate");
        Optional<Challenge> best = Challenge.best(asked);
        if (best.isEmpty()) {
            String found = asked.isEmpty() ? "status 401 without WWW-Authenticate" : "a challenge " + asked.get(0);
            throw new Refusal(who(scope), clock).notRegistry(answer, found);
        }
        challenge = best.get();
        return grant(scope).renewed(used, answer.call());
    }

    /**
     * Sends the request with the header.
     *
     * @throws LayeredFailure {@code registry-credentials} if it holds credentials that were refused before
     */
    Answer send(Transport via, HttpCall call, Scope scope, Optional<String> header) throws IOException {
        HttpCall sent = header.map(value -> call.with("Authorization", value)).orElse(call);
        Optional<Credentials> given =
                header.isPresent() && grant(scope).isLasting() ? credentials(scope) : Optional.empty();
        return given.isEmpty()
                ? via.send(sent)
                : trial(given.get()).send(scope, call, () -> via.send(sent), Trial::isAccepting, Trial::isRefusing);
    }

    /** Returns what to throw where a header that is as good as can be had was answered with 401. */
    LayeredFailure denied(Scope scope, Answer answer, String subject) throws IOException {
        Optional<Credentials> given = credentials(scope);
        if (given.isEmpty()) {
            return login(answer.call());
        }
        return grant(scope).isLasting()
                ? trial(given.get()).refuse(scope, answer.call())
                : new Refusal(who(scope), clock).of(answer, subject);
    }

    /** Returns who requests are sent as, for the end of a message. */
    String who(Scope scope) {
        return challenge == null
                ? ""
                : credentials(scope).map(given -> " as " + given).orElse(" without credentials");
    }

    private LayeredFailure login(HttpCall call) {
        Problem problem = new Problem(
                "registry-login",
                Shown.quoted(registry) + " asks who you are, and there are no credentials for it.",
                call.text(),
                "log in to it, e.g. docker login " + registry + ", or add a server " + registry + " to settings.xml");
        return LayeredFailure.outside(problem, null);
    }

    private Trial trial(Credentials given) {
        return trials.computeIfAbsent(given, absent -> new Trial(registry, given));
    }

    private Grant grant(Scope scope) {
        return grants.computeIfAbsent(scope, Grant::new);
    }

    private Optional<Credentials> credentials(Scope scope) {
        return known.computeIfAbsent(scope.repository(), repository -> {
            Optional<Credentials> found = source.find(registry, repository);
            log.detail(registry + "/" + repository + ": "
                    + found.map(Credentials::toString).orElse("no credentials"));
            return found;
        });
    }

    /** The token of one scope. */
    private final class Grant {

        private final Scope scope;
        private Optional<Token> token = Optional.empty();

        Grant(Scope scope) {
            this.scope = scope;
        }

        synchronized boolean isLasting() {
            return token.filter(Token::isLasting).isPresent();
        }

        synchronized Optional<String> current(HttpCall call) throws IOException {
            if (challenge != null
                    && token.filter(held -> held.isValid(clock.instant())).isEmpty()) {
                token = fetch(call);
            }
            if (token.isPresent()) {
                throwIfRefused();
            }
            return token.map(Token::header);
        }

        synchronized String renewed(Optional<String> used, HttpCall call) throws IOException {
            throwIfRefused();
            if (used.equals(token.map(Token::header))) {
                if (isLasting()) {
                    throw trial(credentials(scope).orElseThrow()).refuse(scope, call);
                }
                token = fetch(call);
            }
            return token.map(Token::header).orElseThrow(() -> login(call));
        }

        private void throwIfRefused() {
            credentials(scope).map(trials::get).ifPresent(Trial::throwIfRefused);
        }

        /** Returns nothing where nobody is to be named and the server wants that. */
        private Optional<Token> fetch(HttpCall call) throws IOException {
            throwIfRefused();
            Optional<Credentials> given = credentials(scope);
            if (given.isPresent() && given.get().kind() == Credentials.Kind.REGISTRY_TOKEN) {
                String header = TokenServer.bearer(given.get().secret())
                        .orElseThrow(() -> trial(given.get()).refuse(scope, call));
                return Optional.of(Token.lasting(header));
            }
            if (!challenge.isBearer()) {
                return given.filter(found -> found.kind() == Credentials.Kind.PASSWORD)
                        .map(found -> Token.lasting(TokenServer.basic(found)));
            }
            if (given.isEmpty()) {
                return tokens.fetch(challenge, scope, given);
            }
            Trial trial = trial(given.get());
            Optional<Token> fetched = trial.send(
                    scope, call, () -> tokens.fetch(challenge, scope, given), Optional::isPresent, Optional::isEmpty);
            if (fetched.isEmpty()) {
                throw trial.refuse(scope, call);
            }
            return fetched;
        }
    }
}

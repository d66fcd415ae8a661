package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Turns answers that are not the wanted one into failures. */
final class Refusal {

    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);
    private static final Duration LONGEST = Duration.ofDays(365);

    private final String who;
    private final Clock clock;

    /** {@code who} tells as whom requests are sent. */
    Refusal(String who, Clock clock) {
        this.who = who;
        this.clock = clock;
    }

    /**
     * Returns if the answer is not one that may be another one next time.
     *
     * @throws TransientFailure if it is
     */
    void throwIfPassing(Answer answer) throws IOException {
        if (!PASSING.contains(answer.status())) {
            return;
        }
        String said = ServerText.of(answer);
        Optional<Duration> wait = answer.header("Retry-After").flatMap(this::waiting);
        answer.close();
        LayeredFailure lasting = failure(
                "registry-busy",
                "The registry could not answer: " + said + ".",
                answer,
                "try again later, or ask who runs the registry");
        throw new TransientFailure("answered " + said, lasting, wait);
    }

    /** Returns what the refusal of {@code subject} means, and closes the answer. */
    LayeredFailure of(Answer answer, String subject) throws IOException {
        try (answer) {
            if (answer.isSuccess() || answer.status() / 100 == 3) {
                return notRegistry(answer, answer.isHtml() ? "an HTML page" : "status " + answer.status());
            }
            String said = ServerText.of(answer);
            String what = "The registry refused " + subject + ": " + said + ".";
            return refused(answer, what, said.toLowerCase(Locale.ROOT));
        }
    }

    private LayeredFailure refused(Answer answer, String what, String said) {
        int status = answer.status();
        if (said.contains("manifest_blob_unknown")) {
            return failure("registry-blob-unknown", what, answer, "run it again; missing blobs are sent again");
        }
        if (status == 413) {
            String fix = "raise the size that the registry, or the proxy before it, accepts (nginx:"
                    + " client_max_body_size), or split the layer by <depLayers>";
            return failure("registry-too-large", what, answer, fix);
        }
        if (said.contains("quota")) {
            return failure("registry-quota", what, answer, "delete images from the registry, or raise its quota");
        }
        if (status == 401 || status == 403) {
            return failure("registry-denied", what, answer, "ask for the right, or give credentials that have it");
        }
        if (status == 405) {
            return failure("registry-refused", what, answer, "name a registry that can be written to");
        }
        return failure("registry-refused", what, answer, "check the name of the registry and of the repository");
    }

    /** Returns a failure for an answer that no registry gives. */
    LayeredFailure notRegistry(Answer answer, String found) {
        return failure(
                "registry-answer",
                "This is not a registry's answer: " + Shown.text(found) + ".",
                answer,
                "check the name of the registry; a proxy or a login page may stand before it");
    }

    /** Returns a failure of the outside world at the request that was answered. */
    LayeredFailure failure(String id, String what, Answer answer, String fix) {
        return LayeredFailure.outside(new Problem(id, what, answer.call().text() + who, fix), null);
    }

    /** Reads Retry-After, which is seconds or a date. */
    private Optional<Duration> waiting(String text) {
        try {
            Duration wait = text.matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            clock.instant(),
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            boolean past = wait.isNegative();
            return Optional.of(past ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

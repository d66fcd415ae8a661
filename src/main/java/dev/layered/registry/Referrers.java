package dev.layered.registry;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.image.OciJson;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists what refers to a manifest of one repository (OCI distribution spec, "Listing Referrers"). Thread-safe. */
final class Referrers {

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;\\s*rel=\"?next\"?");
    private static final int LONGEST_PAGE = 4 << 20;
    private static final int MOST_PAGES = 100;

    private final RepositoryRequests requests;
    private final RepositoryReader reader;
    private final Scope reading;

    Referrers(RepositoryRequests requests, RepositoryReader reader) {
        this.requests = requests;
        this.reader = reader;
        this.reading = requests.reading();
    }

    List<Descriptor> of(Digest subject) {
        return requests.retry("GET", "referrers/" + subject)
                .run(() -> listed(subject))
                .orElseGet(() -> tagged(subject));
    }

    /** Returns nothing where the registry does not list them itself. */
    private Optional<List<Descriptor>> listed(Digest subject) throws IOException {
        List<Descriptor> found = new ArrayList<>();
        Optional<HttpCall> page =
                Optional.of(requests.call("GET", "referrers/" + subject).with("Accept", MediaType.OCI_INDEX));
        for (int i = 0; page.isPresent() && i < MOST_PAGES; i++) {
            try (Answer answer = requests.send(page.get(), reading, "the referrers of " + subject)) {
                boolean isIndex =
                        answer.mediaType().filter(MediaType.OCI_INDEX::equals).isPresent();
                if (answer.status() != 200 || !isIndex) {
                    return Optional.empty();
                }
                byte[] bytes = answer.bytes(LONGEST_PAGE);
                found.addAll(OciJson.index(bytes, answer.call().text()).value().manifests());
                page = next(answer).map(page.get()::at);
            }
        }
        return Optional.of(found);
    }

    private static Optional<URI> next(Answer answer) {
        Matcher next = NEXT.matcher(answer.header("Link").orElse(""));
        URI here = answer.call().uri();
        return next.find()
                ? Address.resolve(here, next.group(1)).filter(there -> Address.isSameOrigin(here, there))
                : Optional.empty();
    }

    /** A registry without such a list keeps it under a tag, which clients write. */
    private List<Descriptor> tagged(Digest subject) {
        return reader.manifest("sha256-" + subject.hex())
                .filter(list -> MediaType.isIndex(list.descriptor().mediaType()))
                .map(list -> OciJson.index(list.bytes(), "the referrers of " + subject)
                        .value()
                        .manifests())
                .orElse(List.of());
    }
}

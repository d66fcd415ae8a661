package dev.layered.base;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.ImageReference;
import dev.layered.image.MediaType;
import dev.layered.registry.ImageRepository;
import dev.layered.store.BlobFacts;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The manifest or index that a reference stands for. A tag is asked for on each run, a digest once; the answer is
 * remembered for runs that may not ask.
 */
final class BaseTarget {

    private static final String KIND = "base";
    static final String LATEST = "latest";

    private final ImageReference image;
    private final RepositoryCopy copy;
    private final BaseAccess access;

    BaseTarget(ImageReference image, RepositoryCopy copy, BaseAccess access) {
        this.image = image;
        this.copy = copy;
        this.access = access;
    }

    /**
     * Returns the descriptor of the target.
     *
     * @throws LayeredFailure {@code base-absent} if the registry has no such image, {@code base-offline} if it cannot be
     *     asked and was never asked before, {@code base-digest} if it names another digest than the one asked for
     */
    Descriptor find() {
        BlobFacts facts = new BlobFacts(access.store(), KIND);
        Optional<Descriptor> known = facts.find(key()).map(BlobFacts.Known::descriptor);
        if (known.isPresent() && (image.digest().isPresent() || access.offline())) {
            note(known.get(), access.offline() ? ", as the local store knows it" : "");
            return known.get();
        }
        Descriptor found = asked();
        facts.remember(key(), new BlobFacts.Known(found, Optional.empty()));
        note(found, "");
        return found;
    }

    /** Who pins a digest knows it. */
    private void note(Descriptor target, String more) {
        if (image.digest().isEmpty()) {
            access.log().note("base image " + image + " is " + target.digest() + more);
        }
    }

    private Descriptor asked() {
        String name = image.digest().map(Digest::text).orElse(tag());
        ImageRepository repository = copy.asked("what " + Shown.text(name) + " stands for");
        Descriptor told = repository.resolve(name).orElseThrow(() -> copy.absent(Shown.quoted(name)));
        Digest wanted = image.digest().orElse(told.digest());
        if (!wanted.equals(told.digest())) {
            throw otherDigest(wanted, told.digest());
        }
        if (MediaType.isIndex(told.mediaType()) || MediaType.isManifest(told.mediaType())) {
            return told;
        }
        // some registries tell no kind, which the manifest itself mostly does
        return repository
                .manifest(wanted.text())
                .orElseThrow(() -> copy.absent(wanted.text()))
                .descriptor();
    }

    private String tag() {
        return image.tag().orElse(LATEST);
    }

    /** A digest is the same image in every repository. */
    private Digest key() {
        String name = image.registry() + "/" + image.repository() + ":" + tag();
        return image.digest().orElseGet(() -> Digest.of(name.getBytes(StandardCharsets.UTF_8)));
    }

    private LayeredFailure otherDigest(Digest wanted, Digest told) {
        return LayeredFailure.outside(
                new Problem(
                        "base-digest",
                        "The registry has " + told + " under the digest " + wanted + ".",
                        Shown.text(image.toString()),
                        "try again later, or ask who runs the registry or the proxy before it"),
                null);
    }
}

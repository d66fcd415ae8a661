package dev.layered.image;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an image: registry, repository, and a tag or a digest (grammar of the distribution project's
 * {@code reference} package).
 *
 * @param registry host with an optional port; {@code docker.io} where the text names none
 * @param repository path below the registry
 */
public record ImageReference(String registry, String repository, Optional<String> tag, Optional<Digest> digest) {

    private static final String DOCKER_HUB = "docker.io";
    /** The distribution project's limit. */
    private static final int LONGEST = 255;

    private static final Pattern PATH_PART = Pattern.compile("[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");
    private static final Pattern REGISTRY =
            Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9a-fA-F:]+])(?::[0-9]{1,5})?");

    /**
     * Returns the reference that the text spells, as {@code docker pull} would read it.
     *
     * @throws LayeredFailure {@code image-reference} if the text is none, naming the part that is wrong
     */
    public static ImageReference parse(String text) {
        String rest = text.strip();
        Optional<Digest> digest = Optional.empty();
        int at = rest.indexOf('@');
        if (at >= 0) {
            digest = Optional.of(readDigest(rest.substring(at + 1), text));
            rest = rest.substring(0, at);
        }
        Optional<String> tag = Optional.empty();
        int colon = rest.lastIndexOf(':');
        if (colon > rest.lastIndexOf('/')) {
            tag = Optional.of(readTag(rest.substring(colon + 1), text));
            rest = rest.substring(0, colon);
        }
        boolean named = beginsWithRegistry(rest);
        int slash = rest.indexOf('/');
        String registry = named ? rest.substring(0, slash) : DOCKER_HUB;
        String repository = named ? rest.substring(slash + 1) : rest;
        if (registry.length() > LONGEST || repository.length() > LONGEST) {
            throw wrong(text, "registry and repository may have " + LONGEST + " characters each");
        }
        if (!REGISTRY.matcher(registry).matches()) {
            throw wrong(text, "the registry " + Shown.quoted(registry) + " is not a host name with an optional port");
        }
        for (String part : repository.split("/", -1)) {
            if (!PATH_PART.matcher(part).matches()) {
                throw wrong(text, "the part " + Shown.quoted(part) + " of the repository may hold only a-z 0-9 . _ -");
            }
        }
        return new ImageReference(registry, repository, tag, digest);
    }

    /**
     * Returns the text if it is a legal tag.
     *
     * @throws LayeredFailure {@code image-tag}
     */
    public static String checkTag(String tag) {
        if (!TAG.matcher(tag).matches()) {
            throw LayeredFailure.mistake(
                    "image-tag",
                    Shown.quoted(tag) + " is not a tag.",
                    "a tag",
                    "write at most 128 letters, digits, '.', '_' and '-', the first no '.' or '-', e.g. 1.0");
        }
        return tag;
    }

    /**
     * Returns the text, in lower case, if it is a registry: a host with an optional port.
     *
     * @throws LayeredFailure {@code registry-name}
     */
    public static String checkRegistry(String text) {
        if (text.length() > LONGEST || !REGISTRY.matcher(text).matches()) {
            String shown = text.substring(text.lastIndexOf('@') + 1); // before it may be a password
            throw LayeredFailure.mistake(
                    "registry-name",
                    Shown.quoted(shown) + " is not a registry.",
                    "a registry",
                    "write its host, with the port if there is one, e.g. registry.example.com:5000");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /** Whether what stands before the first slash is a registry rather than a part of Docker Hub's repositories. */
    private static boolean beginsWithRegistry(String name) {
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean upper = !first.equals(first.toLowerCase(Locale.ROOT));
        return first.contains(".") || first.contains(":") || first.equals("localhost") || upper;
    }

    private static String readTag(String tag, String text) {
        try {
            return checkTag(tag);
        } catch (LayeredFailure e) {
            throw wrong(text, "the tag " + Shown.quoted(tag) + " may hold only letters, digits, . _ -, at most 128");
        }
    }

    private static Digest readDigest(String digest, String text) {
        try {
            return Digest.parse(digest);
        } catch (LayeredFailure e) {
            throw wrong(text, "the digest " + Shown.quoted(digest) + " is not sha256: and 64 hexadecimal digits");
        }
    }

    private static LayeredFailure wrong(String text, String reason) {
        return LayeredFailure.mistake(
                "image-reference",
                Shown.quoted(text) + " is not an image reference: " + reason + ".",
                "an image reference",
                "write [registry/]repository[:tag], e.g. registry.example.com/shop/cart:1.0");
    }

    /** Returns the repository as its registry calls it: Docker Hub's own lie in a folder that may be left out. */
    public String wholeRepository() {
        return registry.equals(DOCKER_HUB) && !repository.contains("/") ? "library/" + repository : repository;
    }

    /** Returns this reference under another tag and without a digest. */
    public ImageReference tagged(String other) {
        return new ImageReference(registry, repository, Optional.of(checkTag(other)), Optional.empty());
    }

    /** Returns the text that reads back as this reference; Docker Hub is left out where that is so without it. */
    @Override
    public String toString() {
        boolean shorten = registry.equals(DOCKER_HUB) && !beginsWithRegistry(repository);
        String name = shorten ? repository : registry + "/" + repository;
        return name
                + tag.map(t -> ":" + t).orElse("")
                + digest.map(d -> "@" + d).orElse("");
    }
}

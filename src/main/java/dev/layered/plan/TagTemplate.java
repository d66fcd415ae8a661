package dev.layered.plan;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Nearest;
import dev.layered.failure.Shown;
import dev.layered.image.ImageReference;
import dev.layered.image.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tag as users write it: with {@code {version}}, {@code {variant}}, {@code {os}} and {@code {arch}} for what differs.
 *
 * <p>No dollar sign stands before the braces, which would make them Maven's.
 */
public final class TagTemplate {

    private static final String VERSION = "version";
    private static final String VARIANT = "variant";
    private static final String OS = "os";
    private static final String ARCH = "arch";
    private static final List<String> NAMES = List.of(VERSION, VARIANT, OS, ARCH);
    private static final String VALID = "{version}, {variant}, {os} and {arch}";
    private static final Pattern PIECE = Pattern.compile("\\{([^{}]*)}|([^{}]+)|[{}]");

    /** What a tag may have, at most. */
    private static final int LONGEST = 128;

    private final String text;
    private final List<Piece> pieces;

    private TagTemplate(String text, List<Piece> pieces) {
        this.text = text;
        this.pieces = pieces;
    }

    /** A text as it stands, or the name of what stands there. */
    private record Piece(String text, boolean isName) {}

    /**
     * Returns the template that the text spells.
     *
     * @throws LayeredFailure {@code tag-template}, or {@code image-tag} if it has no braces and is no tag
     */
    public static TagTemplate parse(String text) {
        String tag = text.strip();
        List<Piece> pieces = new ArrayList<>();
        Matcher piece = PIECE.matcher(tag);
        while (piece.find()) {
            if (piece.group(1) != null) {
                checkName(piece.group(1), tag, tag.startsWith("$", piece.start() - 1));
                pieces.add(new Piece(piece.group(1), true));
            } else if (piece.group(2) != null) {
                pieces.add(new Piece(piece.group(2), false));
            } else {
                throw wrong(
                        "The tag " + Shown.quoted(tag) + " has a brace without its other half.",
                        "write names in braces, " + VALID + ", and no brace elsewhere");
            }
        }
        if (pieces.stream().noneMatch(Piece::isName)) {
            ImageReference.checkTag(tag);
        }
        return new TagTemplate(tag, pieces);
    }

    private static void checkName(String name, String tag, boolean isAfterDollar) {
        String braced = "{" + name + "}";
        if (!NAMES.contains(name)) {
            throw wrong(
                    "The tag " + Shown.quoted(tag) + " has " + Shown.quoted(braced) + ", which stands for nothing.",
                    Nearest.to(name, NAMES)
                                    .map(near -> "write {" + near + "}; ")
                                    .orElse("") + "there are " + VALID);
        }
        if (isAfterDollar) {
            throw wrong(
                    "The tag " + Shown.quoted(tag) + " has a '$' before " + Shown.quoted(braced) + ".",
                    "write " + braced + " without it");
        }
    }

    private static LayeredFailure wrong(String what, String fix) {
        return LayeredFailure.mistake("tag-template", what, "a tag", fix);
    }

    /** Returns the version with dashes for what no tag may hold, cut to the length of a tag. */
    public static String legal(String version) {
        String tag = version.replaceAll("[^A-Za-z0-9_.-]", "-").replaceAll("^[.-]+", "");
        return tag.isEmpty() ? "latest" : tag.substring(0, Math.min(tag.length(), LONGEST));
    }

    /** Whether it is another tag for each platform, so that each names the manifest of one. */
    public boolean isPerPlatform() {
        return has(ARCH);
    }

    /** Whether it is another tag for each variant. */
    public boolean isPerVariant() {
        return has(VARIANT);
    }

    private boolean has(String name) {
        return pieces.contains(new Piece(name, true));
    }

    /**
     * Returns the names that the tag gives an image: one for each platform, or one of the whole image.
     *
     * @param variant empty where there are no variants
     * @param platforms of the image, at least one
     * @throws LayeredFailure {@code tag-variant}, {@code tag-os} or {@code image-tag}
     */
    public List<ImageName> names(ImageReference repository, String version, String variant, List<Platform> platforms) {
        List<ImageName> names = new ArrayList<>();
        if (isPerPlatform()) {
            for (Platform platform : platforms) {
                Optional<Platform> one = Optional.of(platform);
                names.add(new ImageName(name(repository, expand(version, variant, one)), one));
            }
        } else {
            checkOneOs(platforms);
            String tag = expand(version, variant, Optional.of(platforms.get(0)));
            names.add(new ImageName(name(repository, tag), Optional.empty()));
        }
        return names;
    }

    private static String name(ImageReference repository, String tag) {
        return repository.tagged(tag).toString();
    }

    private void checkOneOs(List<Platform> platforms) {
        List<String> systems = platforms.stream().map(Platform::os).distinct().toList();
        if (has(OS) && systems.size() > 1) {
            throw LayeredFailure.mistake(
                    "tag-os",
                    "The tag " + Shown.quoted(text) + " names one image, which is for several systems: "
                            + Shown.list(systems) + ".",
                    "a tag",
                    "leave out {os}, or add {arch} for a tag of each platform");
        }
    }

    /**
     * Returns the tag.
     *
     * @param variant empty where there are no variants
     * @param platform the one meant, which a template with {@code {os}} or {@code {arch}} needs
     * @throws LayeredFailure {@code tag-variant}, or {@code image-tag} if what comes out is no tag
     */
    public String expand(String version, String variant, Optional<Platform> platform) {
        if (has(VARIANT) && variant.isEmpty()) {
            throw LayeredFailure.mistake(
                    "tag-variant",
                    "The tag " + Shown.quoted(text) + " has '{variant}', but the image has no variants.",
                    "a tag",
                    "leave out {variant}, or name the variants in <variants>");
        }
        StringBuilder tag = new StringBuilder();
        for (Piece piece : pieces) {
            tag.append(piece.isName() ? value(piece.text(), version, variant, platform) : piece.text());
        }
        return ImageReference.checkTag(tag.toString());
    }

    private static String value(String name, String version, String variant, Optional<Platform> platform) {
        return switch (name) {
            case VERSION -> legal(version);
            case VARIANT -> variant;
            case OS -> platform.orElseThrow().os();
            default ->
                platform.orElseThrow().architecture()
                        + platform.orElseThrow().variant().orElse("");
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TagTemplate template && text.equals(template.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}

package dev.layered.image;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SHA-256 of some bytes, as {@code sha256:} and 64 lower-case hexadecimal digits.
 *
 * <p>Only SHA-256 is accepted (OCI image spec, descriptor.md, "Registered algorithms"), so that a digest is always
 * safe as a file name.
 */
public record Digest(String text) implements Comparable<Digest> {

    private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}");

    /**
     * Checks the form.
     *
     * @throws LayeredFailure {@code digest-form} if the text is anything else
     */
    public Digest {
        if (!FORM.matcher(text).matches()) {
            throw LayeredFailure.mistake(
                    "digest-form",
                    Shown.quoted(text) + " is not a digest.",
                    "a digest",
                    "write sha256: and 64 hexadecimal digits 0-9 a-f");
        }
    }

    /** Returns the digest that the text spells. */
    public static Digest parse(String text) {
        return new Digest(text);
    }

    /** Returns the digest of the bytes. */
    public static Digest of(byte[] bytes) {
        return fromHash(sha256().digest(bytes));
    }

    /** Returns a fresh SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns the digest of what the SHA-256 has seen, and resets it. */
    public static Digest of(MessageDigest sha256) {
        return fromHash(sha256.digest());
    }

    private static Digest fromHash(byte[] hash) {
        return new Digest("sha256:" + HexFormat.of().formatHex(hash));
    }

    /** Returns the 64 hexadecimal digits. */
    public String hex() {
        return text.substring("sha256:".length());
    }

    /** Returns the first twelve hexadecimal digits, for people. */
    public String shortHex() {
        return hex().substring(0, 12);
    }

    @Override
    public int compareTo(Digest other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}

package dev.layered.certificate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between two lines of dashes in a PEM file (RFC 7468).
 *
 * @param label what the block is, e.g. {@code CERTIFICATE}
 * @param line of the file, from 1, with which it begins
 * @param base64 the lines of a certificate, joined; of anything else empty, so that no key stays in memory
 * @param isWhole whether the block has its end
 */
record PemBlock(String label, int line, String base64, boolean isWhole) {

    /** The second one is an old word for the same. */
    private static final Set<String> CERTIFICATE = Set.of("CERTIFICATE", "X509 CERTIFICATE");

    private static final Pattern EDGE = Pattern.compile("-----(BEGIN|END) ([^-]+)-----");

    /** How a byte order mark looks when each byte is a character. */
    private static final String MARK = "\u00ef\u00bb\u00bf";

    /** Returns the blocks of a file; text outside of them is passed over. */
    static List<PemBlock> in(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        Iterator<String> lines = text.substring(text.startsWith(MARK) ? MARK.length() : 0)
                .lines()
                .iterator();
        List<PemBlock> blocks = new ArrayList<>();
        PemBlock open = null;
        for (int number = 1; lines.hasNext(); number++) {
            String line = lines.next().strip();
            Matcher edge = EDGE.matcher(line);
            boolean isEdge = edge.matches();
            if (isEdge && open != null) {
                blocks.add(open.closed(edge));
                open = null;
            } else if (open != null) {
                open = open.with(line);
            }
            if (isEdge && edge.group(1).equals("BEGIN")) {
                open = new PemBlock(edge.group(2), number, "", false);
            }
        }
        if (open != null) {
            blocks.add(open);
        }
        return blocks;
    }

    private PemBlock with(String more) {
        return isCertificate() ? new PemBlock(label, line, base64 + more, isWhole) : this;
    }

    private PemBlock closed(Matcher edge) {
        boolean isEnd = edge.group(1).equals("END") && edge.group(2).equals(label);
        return new PemBlock(label, line, base64, isEnd);
    }

    /** Whether it says of itself that it is a certificate. */
    boolean isCertificate() {
        return CERTIFICATE.contains(label);
    }

    /** Whether it is a certificate with settings that OpenSSL alone knows. */
    boolean isTrusted() {
        return label.equals("TRUSTED CERTIFICATE");
    }

    /** Whether it is a private key, in whatever form. */
    boolean isKey() {
        return label.contains("PRIVATE KEY");
    }

    /** Returns the bytes inside, or empty where they are no Base64. */
    Optional<byte[]> bytes() {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package dev.layered.folder;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The name of a file as its bytes in UTF-8 say.
 *
 * <p>Java decodes names by the locale: where that is {@code C}, as it is in many containers, each byte beyond ASCII turns
 * into the same replacement character, and one project would have another image on each machine.
 */
public final class PathText {

    /** No text of its own, and no path of an image may hold it. */
    public static final String NO_UTF8 = "\uDC80";

    private PathText() {}

    /** Returns the file's path below the folder with {@code /} between its parts; what is no UTF-8 is a lone surrogate. */
    public static String below(Path folder, Path file) {
        // not by replacing backslashes: on Linux they may be part of a name
        String text = StreamSupport.stream(folder.relativize(file).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
        return isAscii(text)
                ? text
                : decoded(withoutSlash(folder.toUri().relativize(file.toUri()).getRawPath()));
    }

    /** Returns a path as it is written, also a relative one that climbs. */
    static String of(Path path) {
        Path root = path.toAbsolutePath().getRoot();
        String parts = StreamSupport.stream(path.spliterator(), false)
                .map(part -> isAscii(part.toString()) ? part.toString() : below(root, root.resolve(part)))
                .collect(Collectors.joining("/"));
        return path.isAbsolute() ? "/" + parts : parts;
    }

    /** Returns the file that a text names, seen from the folder: the inverse of {@link #below}. */
    public static Path resolve(Path folder, String text) {
        if (isAscii(text) || File.separatorChar == '\\') { // names on Windows are text, whatever the locale
            return folder.resolve(text);
        }
        String address = withoutSlash(
                (text.startsWith("/") ? folder.getRoot() : folder).toUri().toString());
        return Path.of(URI.create(address + "/" + encoded(text.replaceFirst("^/", ""))));
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(b == '/' ? "/" : String.format("%%%02X", b));
        }
        return encoded.toString();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** The address of a folder ends with a slash. */
    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static String decoded(String escaped) {
        byte[] from = escaped.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream to = new ByteArrayOutputStream(from.length);
        for (int i = 0; i < from.length; i++) {
            if (from[i] == '%') {
                to.write(Character.digit(from[i + 1], 16) << 4 | Character.digit(from[i + 2], 16));
                i += 2;
            } else {
                to.write(from[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .replaceWith(NO_UTF8)
                    .decode(ByteBuffer.wrap(to.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("a replacing decoder does not fail", e);
        }
    }
}

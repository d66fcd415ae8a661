package dev.layered.jar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds files that tell when they were built, so that the same source gives other bytes in every build. */
public final class BuildTimes {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    /** In bytes; properties that plugins write are far below. */
    private static final int LARGEST = 1 << 16;

    /** The comment of {@link java.util.Properties#store}, and the keys that plugins give times. */
    private static final Pattern PROPERTIES = Pattern.compile(
            "^(#\\p{Alpha}{3} \\p{Alpha}{3} \\d\\d \\d\\d:\\d\\d:\\d\\d .*\\d{4}|[\\w.-]*build[.-]?(?:time|timestamp|date))\\s*(?:[=:].*)?$",
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    private static final Pattern ATTRIBUTE = Pattern.compile(
            "bnd-lastmodified|build[-_]?(time|timestamp|date)|built-(at|on|date)", Pattern.CASE_INSENSITIVE);

    private BuildTimes() {}

    /** Whether a file of that name may tell of its build, so that it is worth to be opened. */
    public static boolean mayBeIn(String name) {
        return name.endsWith(".properties") || name.equals(MANIFEST);
    }

    /** Returns what in a jar tells of its build, e.g. {@code Build-Time in META-INF/MANIFEST.MF}; nothing for no jar. */
    public static List<String> inJar(Path jar) {
        List<String> found = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>)
                    () -> zip.stream().map(ZipEntry.class::cast).iterator()) {
                if (mayBeIn(entry.getName())) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        in(entry.getName(), in).ifPresent(found::add);
                    }
                }
            }
        } catch (IOException e) {
            return List.of(); // whoever puts it into a layer tells of it
        }
        return found;
    }

    /**
     * Returns what in a file tells of its build.
     *
     * @param name in the jar or below the output folder
     * @throws IOException if it cannot be read
     */
    public static Optional<String> in(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST);
        Optional<String> what = name.equals(MANIFEST) ? attribute(bytes) : property(bytes);
        return what.map(found -> found + " in " + name);
    }

    private static Optional<String> attribute(byte[] bytes) throws IOException {
        return new Manifest(new ByteArrayInputStream(bytes))
                .getMainAttributes().keySet().stream()
                        .map(Object::toString)
                        .filter(name -> ATTRIBUTE.matcher(name).matches())
                        .findFirst();
    }

    private static Optional<String> property(byte[] bytes) {
        Matcher line = PROPERTIES.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        return line.find()
                ? Optional.of(line.group(1).startsWith("#") ? "the date in a comment" : line.group(1))
                : Optional.empty();
    }
}

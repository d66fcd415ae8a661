package dev.layered.inspect;

import dev.layered.plan.Coordinates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Finds out which artifacts the jars of a layer are, while they pass: Maven puts a {@code pom.properties} into each.
 *
 * <p>Whatever the jars are, of all jars of a layer together little more is inflated than honest ones need; jars behind
 * that are not looked into. Not thread-safe.
 */
final class JarCoordinates {

    private static final int LONGEST = 1 << 16;
    private static final int MOST_ENTRIES = 1 << 16;
    private static final long ANYWAY = 64L << 20;
    private static final long TIMES = 20;
    private static final Pattern FILE = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

    private final byte[] buffer = new byte[1 << 13];
    private long left;

    /** Looks into the jars of one layer, whose blob has that size. */
    JarCoordinates(long blobSize) {
        left = ANYWAY + TIMES * blobSize;
    }

    /**
     * Returns what the jar says it is: the only artifact that it names, or the one that its file is named after.
     *
     * @param jar is read as far as need be
     */
    Optional<Coordinates> read(InputStream jar, String fileName) {
        List<Coordinates> found = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(jar)) {
            ZipEntry entry = zip.getNextEntry();
            for (int i = 0; entry != null && i < MOST_ENTRIES; i++) {
                if (FILE.matcher(entry.getName()).matches()) {
                    byte[] text = zip.readNBytes((int) Math.min(LONGEST, left));
                    left -= text.length;
                    Optional<Coordinates> said = parse(text, fileName);
                    if (said.isPresent() && isNamedAfter(fileName, said.get())) {
                        return said;
                    }
                    said.ifPresent(found::add);
                }
                if (!skipRest(zip)) {
                    return Optional.empty();
                }
                entry = zip.getNextEntry();
            }
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // whatever it is, its name must do
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** To go to the next entry without this would inflate a bomb to its end. */
    private boolean skipRest(ZipInputStream zip) throws IOException {
        for (int count = zip.read(buffer); count >= 0; count = zip.read(buffer)) {
            left -= count;
            if (left <= 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Coordinates> parse(byte[] text, String fileName) throws IOException {
        Properties properties = new Properties();
        properties.load(new ByteArrayInputStream(text));
        String group = properties.getProperty("groupId", "").strip();
        String artifact = properties.getProperty("artifactId", "").strip();
        String version = properties.getProperty("version", "").strip();
        if (group.isEmpty() || artifact.isEmpty() || version.isEmpty()) {
            return Optional.empty();
        }
        String begin = artifact + "-" + version + "-";
        int at = fileName.indexOf(begin);
        String classifier = at < 0 ? "" : fileName.substring(at + begin.length(), fileName.length() - ".jar".length());
        return Optional.of(new Coordinates(group, artifact, "jar", classifier, version));
    }

    /** The group may stand before it, and a classifier behind it. */
    private static boolean isNamedAfter(String fileName, Coordinates said) {
        String name = said.artifactId() + "-" + said.baseVersion();
        boolean plain = fileName.equals(said.artifactId() + ".jar");
        return plain
                || fileName.endsWith(name + ".jar")
                || fileName.startsWith(name + "-")
                || fileName.startsWith(said.groupId() + "-" + name + "-");
    }
}

package dev.layered.real;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The classes of a reactor's modules, compiled once and imaged again and again under other circumstances.
 *
 * <p>The runs call the goal alone: class files and jars are its input, and another JDK would make other ones.
 */
public final class BuiltClasses {

    private static final String GOAL = "dev.layered:layered-maven-plugin:build";
    private static final String NAMED = "I%C4%B1%C4%B0";
    private static final String QUICK = "-Xmx512m -XX:TieredStopAtLevel=1 ";

    private final Path project;
    private final MavenRun run;
    private final List<String> modules;

    private BuiltClasses(Path project, MavenRun run, List<String> modules) {
        this.project = project;
        this.run = run;
        this.modules = modules;
    }

    /** Takes the classes of these modules, and adds files whose names and modes a circumstance could change. */
    public static BuiltClasses of(File project, File localRepository, List<String> modules) throws IOException {
        Path directory = project.toPath().toAbsolutePath();
        for (String module : modules) {
            String classes =
                    directory.resolve(module).resolve("target/classes").toUri().toString();
            // by their bytes in UTF-8, which not every locale has letters for
            Path named = Path.of(URI.create(classes + NAMED + "/%C3%9Cbersicht%20%F0%9F%98%80.txt"));
            Files.createDirectories(named.getParent());
            Files.writeString(named, "named");
            Path started = Path.of(URI.create(classes + "start.sh"));
            Files.writeString(started, "#!/bin/sh\n");
            LayoutReader.expect(started.toFile().setExecutable(true), "not executable: " + started);
        }
        return new BuiltClasses(directory, MavenRun.in(project, localRepository), modules);
    }

    /** Returns the digest of each module's image, made where the classes are. */
    public Map<String, String> digests() throws IOException {
        Map<String, String> usual = Map.of("LC_ALL", "C.UTF-8", "TZ", "UTC", "MAVEN_OPTS", QUICK);
        run.with(usual).goals(options(project.resolve("target/store"), "2"));
        return digestsIn(project);
    }

    /** Returns the digests from far away, where nothing is as it was: place, time, user, rights, language, threads. */
    public Map<String, String> digestsFarAway() throws IOException {
        Path copy = project.resolve("target/far/away/and more deeply");
        copyTo(copy);
        Path home = Files.createDirectories(copy.resolveSibling("home"));
        String java = "-XX:ActiveProcessorCount=4 -Duser.language=tr -Duser.country=TR -Duser.name=ayse";
        Map<String, String> others = Map.of(
                "LC_ALL", "C", "TZ", "Asia/Tokyo", "HOME", home.toString(), "USER", "ayse", "MAVEN_OPTS", QUICK + java);
        run.copiedTo(copy).with(others).withUmask("077").goals(options(home.resolve("empty-store"), "4"));
        return digestsIn(copy);
    }

    /** Returns the digests from another JDK on one processor and, where it is warm, out of the first run's store. */
    public Map<String, String> digestsOnJdk(String home, boolean warm) throws IOException {
        Path copy = project.resolve("target").resolve(warm ? "warm" : "cold");
        copyTo(copy);
        Map<String, String> others =
                Map.of("JAVA_HOME", home, "TZ", "America/St_Johns", "MAVEN_OPTS", QUICK + "-XX:ActiveProcessorCount=1");
        Path store = warm ? project.resolve("target/store") : copy.resolve("empty-store");
        run.copiedTo(copy).with(others).withUmask("002").goals(options(store, "1"));
        return digestsIn(copy);
    }

    /** Deletes all that has foreign names: in the locale C the next build's clean could not. */
    public void delete() throws IOException {
        for (String copies : List.of("far", "warm", "cold")) {
            deleteIfThere(project.resolve("target").resolve(copies));
        }
        for (String module : modules) {
            Path classes = project.resolve(module).resolve("target/classes");
            deleteIfThere(Path.of(URI.create(classes.toUri() + NAMED)));
        }
    }

    private static void deleteIfThere(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Folder.delete(folder);
        }
    }

    private String[] options(Path store, String threads) {
        return new String[] {GOAL, "-pl", String.join(",", modules), "-T", threads, "-Dlayered.cache=" + store};
    }

    private Map<String, String> digestsIn(Path root) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (String module : modules) {
            digests.put(module, BuiltImage.of(root.resolve(module).toFile()).digest());
        }
        return digests;
    }

    /** Copies poms and classes, the last file first, a year younger, and for nobody but their owner. */
    private void copyTo(Path copy) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(project, 2)) {
            all.filter(path -> path.endsWith("pom.xml")).forEach(files::add);
        }
        for (String module : modules) {
            try (Stream<Path> all = Files.walk(project.resolve(module).resolve("target/classes"))) {
                all.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        files.sort(Comparator.reverseOrder());
        for (Path file : files) {
            Path copied = copy.resolve(project.relativize(file));
            Files.createDirectories(copied.getParent());
            Files.copy(file, copied, StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(
                    copied,
                    FileTime.from(Files.getLastModifiedTime(file).toInstant().plus(Duration.ofDays(365))));
            closeToOthers(copied, Files.isExecutable(file));
        }
    }

    private static void closeToOthers(Path file, boolean executable) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> rights = PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------");
            Files.setPosixFilePermissions(file, rights);
        }
    }
}

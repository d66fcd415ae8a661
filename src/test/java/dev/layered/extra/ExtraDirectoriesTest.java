package dev.layered.extra;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.extra.ExtraDirectory.Trait;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.folder.FileFilter;
import dev.layered.folder.Glob;
import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import dev.layered.plan.PlacedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
final class ExtraDirectoriesTest {

    @TempDir
    private Path project;

    private final Mistakes mistakes = new Mistakes();
    private final List<Problem> missing = new ArrayList<>();

    private void put(String path) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, path);
    }

    private ExtraDirectory directory(String from, String into, Trait... traits) {
        return new ExtraDirectory(
                project.resolve(from), into, FileFilter.ALL, "extra", Set.of(traits), "<path> in pom.xml:9");
    }

    private PlacedExtras place(ExtraDirectories extras) {
        return extras.place(project, project.resolve("target/layered"), Map.of(), missing::add, mistakes);
    }

    private static ExtraDirectories only(ExtraDirectory... directories) {
        return new ExtraDirectories(List.of(directories), List.of(), List.of(), List.of());
    }

    private static String text(PlacedFile file) {
        LayerEntry entry = file.entry();
        String to = entry.content() instanceof Content.Link link ? " -> " + link.target() : "";
        return String.format(
                "%s /%s %o %d:%d%s", file.layer(), entry.path(), entry.mode(), entry.uid(), entry.gid(), to);
    }

    @Test
    void placeGivesModesOwnersAndLinks() throws IOException {
        put("src/etc/run.sh");
        put("src/etc/own.sh");
        put("src/etc/data/a.txt");
        Files.createSymbolicLink(project.resolve("src/etc/link"), Path.of("run.sh"));
        Files.setPosixFilePermissions(project.resolve("src/etc/own.sh"), PosixFilePermissions.fromString("rwx------"));
        ExtraDirectories extras = new ExtraDirectories(
                List.of(directory("src/etc", "/etc/cart")),
                List.of(
                        new ModeRule(Glob.parse("/etc/cart/*.sh"), 0700, "m1"),
                        new ModeRule(Glob.parse("/etc/**"), 0600, "m2"),
                        new ModeRule(Glob.parse("/etc/cart/run.sh"), 0111, "m3")),
                List.of(new OwnerRule(Glob.parse("/etc/cart/{data/**,link}"), 7, 8, "o1")),
                List.of(new ExtraLink("/usr/bin/cart", "/app/bin/cart", "<link> in pom.xml:3")));
        PlacedExtras placed = place(extras);
        assertThat(placed.files())
                .extracting(ExtraDirectoriesTest::text)
                .containsExactly(
                        "extra /etc/cart/data 600 0:0",
                        "extra /etc/cart/data/a.txt 600 7:8",
                        "extra /etc/cart/link 777 7:8 -> run.sh",
                        "extra /etc/cart/own.sh 700 0:0",
                        "extra /etc/cart/run.sh 700 0:0",
                        "extra /usr/bin/cart 777 0:0 -> /app/bin/cart");
        assertThat(placed.notes().warnings())
                .singleElement()
                .isEqualTo(new Problem(
                        "pattern-unused",
                        "The pattern '/etc/cart/run.sh' for 0111 matches nothing that comes from extra directories, or a"
                                + " rule before it does already.",
                        "m3",
                        "write absolute paths in the image, ** to cross folders, e.g. /etc/**.sh; or remove the rule"));
        assertThat(placed.notes().extraDirectories())
                .containsExactly(
                        "path src/etc into /etc/cart layer extra",
                        "mode /etc/cart/*.sh 0700",
                        "mode /etc/** 0600",
                        "mode /etc/cart/run.sh 0111",
                        "owner /etc/cart/{data/**,link} 7:8",
                        "link /usr/bin/cart /app/bin/cart");
        mistakes.throwIfAny();
    }

    @Test
    void placeTellsOfEachFileWhereItIsFrom() throws IOException {
        put("src/jib/a.txt");
        PlacedExtras placed = place(new ExtraDirectories(
                List.of(directory("src/jib", "")),
                List.of(),
                List.of(new OwnerRule(Glob.parse("/a*"), 1, 2, "<owner> in pom.xml:5")),
                List.of()));
        assertThat(placed.notes().facts())
                .containsOnly(Map.entry(
                        placed.files().get(0).entry(),
                        Map.of(
                                "extra directory", "src/jib, <path> in pom.xml:9",
                                "mode", "0644, by the right of its owner to execute it here",
                                "owner", "1:2, by '/a*', <owner> in pom.xml:5")));
    }

    @Test
    void placeWhenADirectoryIsMissingTellsIt() throws IOException {
        put("src/file");
        place(only(directory("src/none", ""), directory("src/file", "")));
        assertThat(missing)
                .containsExactly(
                        new Problem(
                                "extra-directory",
                                "The extra directory 'src/none' does not exist.",
                                "<path> in pom.xml:9",
                                "correct it, or make the folder '" + project.resolve("src/none") + "'"),
                        new Problem(
                                "extra-directory",
                                "The extra directory 'src/file' is no folder.",
                                "<path> in pom.xml:9",
                                "name the folder that it is in, and the file in <includes>"));
    }

    @Test
    void placeWhenANameCannotBeInAnImageNamesTheFile() throws IOException {
        put("src/jib/.wh.x");
        put("src/jib/" + "long".repeat(40) + "/ä/" + "n".repeat(120));
        put("src/jib/new\nline");
        place(only(directory("src/jib", "")));
        assertFailure(mistakes::throwIfAny)
                .hasIds("entry-path", "entry-path")
                .isPrintable()
                .problem(0)
                .where(project.resolve("src/jib/.wh.x").toString());
        assertFailure(mistakes::throwIfAny).problem(1).where(project + "/src/jib/new\\u000aline");
    }

    @Test
    void placeWhenTheOutputIsInTheDirectoryTakesNothingOfIt() throws IOException {
        put("a.txt");
        put("target/layered/image/index.json");
        put("target/layered.txt");
        assertThat(place(only(directory("", "/all"))).files())
                .extracting(file -> file.entry().path().toString())
                .containsExactly("all/a.txt", "all/target", "all/target/layered.txt");
        mistakes.throwIfAny();
    }

    @Test
    void layerNamesAreThoseOfDirectoriesAndOfDeclaredLinks() {
        assertThat(only().layerNames()).isEmpty();
        assertThat(only(directory("a", "")).layerNames()).containsExactly("extra");
        ExtraLink link = new ExtraLink("/a", "b", "here");
        assertThat(new ExtraDirectories(List.of(), List.of(), List.of(), List.of(link)).layerNames())
                .containsExactly("extra");
    }
}

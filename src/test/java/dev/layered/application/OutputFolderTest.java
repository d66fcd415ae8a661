package dev.layered.application;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layered.folder.FoundFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The timeout only stops a read that blocks. */
@Timeout(120)
final class OutputFolderTest {

    @TempDir
    private Path temp;

    private Path put(String path) throws IOException {
        Path file = temp.resolve("classes").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, path);
    }

    private OutputFolder list() {
        return OutputFolder.list(temp.resolve("classes"), temp);
    }

    private List<String> names() {
        return list().files().stream().map(FoundFile::path).toList();
    }

    @Test
    void listWhenFolderIsMissingIsEmpty() {
        assertThat(list().files()).isEmpty();
        assertThat(list().classFiles()).isEmpty();
    }

    @Test
    void listSortsByPathAndLeavesFoldersOut() throws IOException {
        put("b.class");
        put("a/z.txt");
        put("a-b.properties");
        put("a/B$1.class");
        put("A.CLASS");
        Files.createDirectories(temp.resolve("classes/empty/er"));
        assertThat(names()).containsExactly("A.CLASS", "a-b.properties", "a/B$1.class", "a/z.txt", "b.class");
        assertThat(list().classFiles())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("B$1.class", "b.class");
    }

    @Test
    void classFilesLeavesOutThoseOfOtherJavaVersions() throws IOException {
        put("a/Main.class");
        put("META-INF/versions/11/a/Main.class");
        assertThat(names()).hasSize(2);
        assertThat(list().classFiles()).hasSize(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void relativeWhenNameIsWeirdKeepsIt() throws IOException {
        List<String> weird = List.of(" ", "#", "%2e", "a:b", "a\\b", "quote\"'", "é", "😀");
        for (String name : weird) {
            assumeTrue(!name.matches(".*[^ -~].*") || "UTF-8".equals(System.getProperty("sun.jnu.encoding")));
            put(name);
        }
        assertThat(names()).containsExactlyElementsOf(weird);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void listFollowsLinks() throws IOException {
        Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("x.txt"), "x");
        put("a.txt");
        Files.createSymbolicLink(temp.resolve("classes/folder"), elsewhere);
        Files.createSymbolicLink(temp.resolve("classes/file.txt"), elsewhere.resolve("x.txt"));
        assertThat(names()).containsExactly("a.txt", "file.txt", "folder/x.txt");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void listWhenLinksRunInACircleTellsWhere() throws IOException {
        Path folder = put("a/x.txt").getParent();
        Files.createSymbolicLink(folder.resolve("loop"), temp.resolve("classes"));
        assertFailure(this::list)
                .hasId("link-circle")
                .what("The link '" + folder.resolve("loop") + "' to '" + temp.resolve("classes")
                        + "' leads in a circle.")
                .where(folder.resolve("loop").toString())
                .fix("remove the link, or let it point to something else")
                .isMistake();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void listWhenFolderMayNotBeReadTellsWhere() throws IOException {
        Path folder = put("a/x.txt").getParent();
        Files.setPosixFilePermissions(folder, java.util.Set.of());
        try {
            assumeTrue(!Files.isReadable(folder), "root may read everything");
            assertFailure(this::list)
                    .hasId("folder-unreadable")
                    .whatContains("it stopped at")
                    .isOutside();
        } finally {
            Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void listWhenALinkLeadsNowhereOrToItselfNamesIt() throws IOException {
        put("a.txt");
        for (String target : List.of("missing", "link")) {
            Path link = Files.createSymbolicLink(temp.resolve("classes/link"), Path.of(target));
            assertFailure(this::list)
                    .hasId(target.equals("link") ? "link-circle" : "link-dangling")
                    .where(link.toString())
                    .isMistake();
            Files.delete(link);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void listWhenSomethingIsAPipeNamesItWithoutReadingIt() throws Exception {
        Path pipe = put("a.txt").resolveSibling("pipe.class");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "there is mkfifo");
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
                        .start()
                        .waitFor())
                .isZero();
        assertFailure(this::list)
                .hasId("file-kind")
                .what("'" + pipe + "' is a pipe, a socket or a device, not a file.")
                .where(pipe.toString())
                .fix("remove it, or leave it out of the image")
                .isMistake();
    }

    @Test
    void listLeavesOutWhatTheIgnoreFileBesideThePomSays() throws IOException {
        put("a/Local.class");
        put("a/Main.class");
        put("secret/x.txt");
        Files.writeString(temp.resolve(".layeredignore"), "Local*.class\n/secret/\n");
        assertThat(names()).containsExactly("a/Main.class");
        assertThat(list().ignored())
                .containsEntry(temp.resolve("classes/a/Local.class"), ".layeredignore line 1")
                .containsEntry(temp.resolve("classes/secret"), ".layeredignore line 2");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void relativeOfNameBeyondAsciiIsItsUtf8() throws IOException {
        putBytes("%C3%A4%20%25%3A/%F0%9F%98%80%5C.txt");
        assertThat(names()).containsExactly("ä %:/😀\\.txt");
    }

    /** Such a name has no form in an image, and {@code LayerEntry} refuses it for the lone surrogate. */
    @Test
    @DisabledOnOs({OS.WINDOWS, OS.MAC})
    void relativeOfNameThatIsNoUtf8IsNoTextEither() throws IOException {
        putBytes("%C3%A4%FF.txt");
        assertThat(names()).containsExactly("ä\uDC80.txt");
    }

    /** Puts a file whose name this locale may have no text for. */
    private void putBytes(String escaped) throws IOException {
        Files.createDirectories(temp.resolve("classes"));
        Path file = Path.of(URI.create(temp.toUri() + "classes/" + escaped));
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }
}

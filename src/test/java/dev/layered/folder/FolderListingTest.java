package dev.layered.folder;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layered.failure.Mistakes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The timeout only stops a read that blocks. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
final class FolderListingTest {

    @TempDir
    private Path temp;

    private SampleFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new SampleFolder(temp.resolve("project"));
    }

    @Test
    void listShowsFilesAndFoldersAlsoEmptyOnes() throws IOException {
        folder.put("b.txt", "a/z.txt", "a/b/run.sh", "a-b");
        Files.createDirectories(folder.files.resolve("empty"));
        Files.setPosixFilePermissions(folder.files.resolve("a/b/run.sh"), PosixFilePermissions.fromString("rwxr--r--"));
        assertThat(folder.found()).containsExactly("a/", "a/b/", "a/b/run.sh*", "a/z.txt", "a-b", "b.txt", "empty/");
    }

    @Test
    void listWhenThereIsMoreThanALayerMayHaveFails() {
        folder.put("a/1", "a/2", "a/3");

        assertFailure(() -> new FolderWalk(folder.search(), new Mistakes(), 3).listing())
                .hasId("folder-too-large")
                .what("The folder '" + folder.files + "' holds more than 3 files and folders.")
                .where(folder.files.resolve("a/3").toString())
                .fix(
                        "leave some out with .layeredignore, or remove links that are followed from one folder to another");
    }

    @Test
    void listWhenThereAreIncludesShowsWhatMatches() {
        folder.put("a.conf", "b/c.conf", "b/d.txt", "b/secret.conf", "e/f.txt").includes("**.conf", "e");
        assertThat(folder.excludes("**/secret*").found()).containsExactly("a.conf", "b/c.conf", "e/");
    }

    @Test
    void listWhenAFolderIsExcludedStillShowsWhatIsInIt() {
        folder.put("a/b.txt").excludes("a");
        assertThat(folder.found()).containsExactly("a/b.txt");
    }

    @Test
    void listKeepsLinksAsTheyAreWritten() {
        folder.put("lib/one.so");
        folder.link("lib/now.so", "one.so");
        folder.link("bin/up", "../lib/../lib/one.so");
        folder.link("java", "/opt/java/bin/java");
        folder.link("later", "lib/not-here");
        folder.link("libs", "lib");
        assertThat(folder.found())
                .containsExactly(
                        "bin/",
                        "bin/up -> ../lib/../lib/one.so",
                        "java -> /opt/java/bin/java",
                        "later -> lib/not-here",
                        "lib/",
                        "lib/now.so -> one.so",
                        "lib/one.so",
                        "libs -> lib");
    }

    @Test
    void listWhenALinkLeadsOutOfTheFolderNamesItAndItsTarget() {
        Path out = folder.put("a").link("b/up", "../../a");
        Path here = folder.link("here", folder.project + "/target/a");
        assertFailure(folder::list)
                .hasIds("link-outside", "link-outside")
                .isMistake()
                .isPrintable()
                .problem(0)
                .what("The link '" + out + "' to '../../a' leads out of the folder '" + folder.files + "'.")
                .where(out.toString())
                .fix("let it point to something in that folder, or write the absolute path in the image");
        assertFailure(folder::list)
                .problem(1)
                .what("The link '" + here + "' to '" + folder.project + "/target/a' leads into the project's folder on"
                        + " this machine, which no image has.")
                .fix("let it point to a path of the image, or set <followLinks>true</followLinks>");
    }

    @Test
    void listWhenLinksAreFollowedShowsWhatTheyPointAt() {
        folder.write("shared/x/y.txt", "y");
        folder.put("a.txt");
        folder.link("b.txt", "a.txt");
        folder.link("x", "../shared/x");
        folder.link("again", "../shared/x");
        assertThat(folder.links(LinkRule.FOLLOW_IN_PROJECT).found())
                .containsExactly("a.txt", "again/", "again/y.txt", "b.txt", "x/", "x/y.txt");
    }

    @Test
    void listWhenFollowedLinksLeadNowhereNamesThemAll() throws IOException {
        Files.createDirectories(temp.resolve("outside"));
        Path dangling = folder.put("a/b.txt").link("dangling", "missing");
        Path self = folder.link("a/self", "self");
        Path up = folder.link("a/up", "..");
        Path out = folder.link("out", temp.resolve("outside").toString());
        folder.links(LinkRule.FOLLOW_IN_PROJECT);
        assertFailure(folder::list)
                .hasIds("link-circle", "link-circle", "link-dangling", "link-outside")
                .isMistake()
                .isPrintable()
                .problem(0)
                .what("The link '" + self + "' to 'self' leads in a circle.")
                .where(self.toString())
                .fix("remove the link, or let it point to something else");
        assertFailure(folder::list).problem(1).what("The link '" + up + "' to '..' leads in a circle.");
        assertFailure(folder::list)
                .problem(2)
                .what("The link '" + dangling + "' to 'missing' leads to nothing.")
                .fix("make what it points to, or remove the link");
        assertFailure(folder::list)
                .problem(3)
                .what("The link '" + out + "' to '" + temp.resolve("outside") + "' leads out of the project's folder '"
                        + folder.project + "'.")
                .fix("copy what it points to into the project");
    }

    @Test
    void listWhenFoldersLinkToEachOtherEndsAtTheCircle() {
        folder.put("a/x");
        folder.write("shared/y", "y");
        folder.link("a/to", "../../shared");
        folder.link("../shared/back", "../files/a");
        folder.links(LinkRule.FOLLOW_IN_PROJECT);
        assertFailure(folder::list).hasId("link-circle").where(folder.files + "/a/to/back");
    }

    @Test
    void listWhenSomethingIsAPipeNamesItWithoutReadingIt() throws Exception {
        Path pipe = folder.put("a").files.resolve("pipe");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "there is mkfifo");
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
                        .start()
                        .waitFor())
                .isZero();
        assertFailure(folder::list).hasId("file-kind").where(pipe.toString()).isMistake();
        assertThat(folder.excludes("pipe").found()).containsExactly("a");
    }

    @Test
    void listWhenAFolderMayNotBeReadNamesIt() throws IOException {
        Path closed = folder.put("a/b").files.resolve("a");
        Files.setPosixFilePermissions(closed, Set.of());
        try {
            assumeTrue(!Files.isReadable(closed), "root may read everything");
            assertFailure(folder::list)
                    .hasId("folder-unreadable")
                    .where(closed.toString())
                    .isOutside();
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void listOfNamesBeyondAsciiIsTheirUtf8AlsoOfFoldersAndTargets() throws IOException {
        Files.createDirectories(folder.files);
        Path below = Path.of(URI.create(folder.files.toUri() + "%C3%A4/"));
        Files.createDirectories(below);
        Files.writeString(below.resolve("x"), "x");
        Files.createSymbolicLink(
                folder.files.resolve("link"), folder.files.relativize(below).resolve("x"));
        assertThat(folder.found()).containsExactly("link -> ä/x", "ä/", "ä/x");
    }
}

package dev.layered.layer;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layered.failure.Problem;
import dev.layered.image.Digest;
import dev.layered.outcome.BuildLog;
import dev.layered.store.KnownFiles;
import dev.layered.store.ProjectFolders;
import dev.layered.store.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(10)
class SourceFileTest {

    @TempDir
    Path folder;

    @Test
    void keyedReadsFileThroughLink() throws IOException {
        Files.writeString(folder.resolve("real"), "words");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
        KeyedEntry keyed = keyed(link);
        assertThat(keyed.content()).isEqualTo(Digest.of("words".getBytes()));
        assertThat(keyed.size()).isEqualTo(5);
    }

    @Test
    void keyedWhenDirectoryFails() {
        assertThat(Caught.mistake(() -> keyed(folder)))
                .isEqualTo(new Problem(
                        "file-kind",
                        "'" + folder + "' is a directory, not a file.",
                        folder.toString(),
                        "remove it, or leave it out of the image"));
    }

    @Test
    void keyedWhenPipeFailsAtOnce() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(Commands.succeeds("mkfifo", pipe.toString()), "mkfifo");
        assertThat(Caught.mistake(() -> keyed(pipe)).what())
                .isEqualTo("'" + pipe + "' is a pipe, socket or device, not a file.");
    }

    @Test
    void keyedWhenDeviceFailsAtOnce() {
        assumeTrue(Files.exists(Path.of("/dev/zero")), "/dev/zero");
        assertThat(Caught.mistake(() -> keyed(Path.of("/dev/zero"))).id()).isEqualTo("file-kind");
    }

    @Test
    void keyedWhenLinkIsDanglingFails() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere"));
        assertThat(Caught.outside(() -> keyed(link)))
                .isEqualTo(new Problem(
                        "file-read",
                        "'" + link + "' cannot be read: it is a link to 'nowhere', which does not exist.",
                        link.toString(),
                        "make it a file that this user may read, or leave it out of the image"));
    }

    @Test
    void keyedWhenLinksLoopFails() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));
        assertThat(Caught.outside(() -> keyed(link)).what())
                .startsWith("'" + link + "' cannot be read: ")
                .containsIgnoringCase("symbolic links");
    }

    @Test
    void keyedWhenAbsentFails() {
        Path absent = folder.resolve("absent");
        assertThat(Caught.outside(() -> keyed(absent)).what())
                .isEqualTo("'" + absent + "' cannot be read: it does not exist.");
    }

    @Test
    void keyedWhenUnreadableFails() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "x");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(secret), "root may read anything");
        assertThat(Caught.outside(() -> keyed(secret)).what())
                .isEqualTo("'" + secret + "' cannot be read: permission denied.");
    }

    @Test
    void copyKeyingWhenItIsKnownWithAnotherSizeFails() throws Exception {
        Content.OfFile old = new Content.OfFile(Path.of(Assertions.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()));
        KnownFiles known = Store.open(folder.resolve("store"), folder.resolve("other"), BuildLog.SILENT)
                .of(new ProjectFolders(folder.resolve("elsewhere"), List.of()), true, BuildLog.SILENT)
                .files();
        LayerEntry entry = LayerEntry.file("a", old, false);
        SourceFile source = new SourceFile(old);
        source.keyed(entry, known);
        ReadableFile.Stat now = source.stat();
        ReadableFile.Stat before = new ReadableFile.Stat(now.size() - 1, now.modified(), now.file());

        assertFailure(() -> source.copyKeying(entry, before, known, OutputStream.nullOutputStream(), count -> {}))
                .hasId("file-changed");
    }

    private static KeyedEntry keyed(Path file) {
        return new SourceFile(new Content.OfFile(file))
                .keyed(LayerEntry.file("a", new Content.OfFile(file), false), KnownFiles.NONE);
    }
}

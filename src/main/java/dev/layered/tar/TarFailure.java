package dev.layered.tar;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.store.IoReason;
import java.io.IOException;
import java.nio.file.Path;

/** What can be wrong with a tar archive. */
final class TarFailure {

    private static final String AGAIN = "make it again with the tool that wrote it";

    private TarFailure() {}

    /** Its bytes are no tar, or one that nobody needs. */
    static LayeredFailure unreadable(String source, String reason) {
        return LayeredFailure.mistake(
                "tar-unreadable", "The tar archive cannot be read: " + reason + ".", Shown.text(source), AGAIN);
    }

    /** The machine did not let us read it. */
    static LayeredFailure unreadable(String source, IOException cause) {
        return LayeredFailure.outside(
                new Problem(
                        "tar-unreadable",
                        "The tar archive cannot be read: " + IoReason.of(cause) + ".",
                        Shown.text(source),
                        "make it a file that this user may read"),
                cause);
    }

    /** A path leads out of the archive. */
    static LayeredFailure path(String source, String path) {
        return LayeredFailure.mistake(
                "tar-path",
                "The tar archive holds the path " + Shown.quoted(path) + ", which leads out of it.",
                Shown.text(source),
                AGAIN);
    }

    static LayeredFailure missing(Path archive) {
        return LayeredFailure.mistake(
                "tar-missing",
                "There is no archive " + Shown.quoted(archive) + ".",
                Shown.text(archive.toString()),
                "name a tar file that is there");
    }

    static LayeredFailure compressed(Path archive, String compression, String command) {
        return LayeredFailure.mistake(
                "tar-compressed",
                "The archive " + Shown.quoted(archive) + " is compressed as a whole, by " + compression + ".",
                Shown.text(archive.toString()),
                "unpack it first: " + command + " " + Shown.quoted(archive.getFileName())
                        + " > image.tar, and name that file");
    }

    static LayeredFailure link(Path archive, String name, String reason) {
        return LayeredFailure.mistake(
                "tar-link",
                "The link " + Shown.quoted(name) + " in the archive " + reason + ".",
                Shown.text(archive.toString()),
                AGAIN);
    }
}

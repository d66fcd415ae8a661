package dev.layered.layout;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.store.IoReason;
import java.io.IOException;
import java.nio.file.Path;

/** What can be wrong with the files of an image layout. */
final class LayoutFailure {

    private LayoutFailure() {}

    static LayeredFailure missing(Path file) {
        return LayeredFailure.mistake(
                "layout-blob-missing",
                "The image layout lacks the blob " + Shown.quoted(file.getFileName()) + ".",
                Shown.text(file.toString()),
                "make the layout again with the tool that wrote it");
    }

    static LayeredFailure damaged(String source, String found, String wanted) {
        return LayeredFailure.mistake(
                "layout-blob-damaged",
                "A blob is damaged: it is " + found + ", not " + wanted + ".",
                Shown.text(source),
                "make it again with the tool that wrote it");
    }

    static LayeredFailure unusable(String place, IOException cause) {
        return LayeredFailure.outside(
                new Problem(
                        "layout-unusable",
                        "The image layout cannot be read or written: " + IoReason.of(cause) + ".",
                        Shown.text(place),
                        "make the folder readable and writable for the user who builds"),
                cause);
    }
}

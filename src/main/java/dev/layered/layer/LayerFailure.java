package dev.layered.layer;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;

/** What can be wrong with the blob of a layer. */
final class LayerFailure {

    private LayerFailure() {}

    static LayeredFailure damaged(String source, String reason) {
        return LayeredFailure.mistake(
                "layer-damaged",
                "The layer is damaged: " + Shown.text(reason) + ".",
                Shown.text(source),
                "make it again with the tool that wrote it");
    }

    static LayeredFailure bomb(String source, long compressed) {
        return LayeredFailure.mistake(
                "layer-bomb",
                "The layer grows without measure: the first " + compressed + " bytes of it become more than 64 MiB and"
                        + " 200 times as much.",
                Shown.text(source),
                "do not use the image, unless you know who made it and why");
    }

    static LayeredFailure compression(String source, String begin) {
        return LayeredFailure.mistake(
                "layer-compression",
                "The layer is neither tar nor gzip nor Zstandard; it begins with the bytes " + begin + ".",
                Shown.text(source),
                "pack the image again with gzip, e.g. by skopeo copy --dest-compress-format gzip");
    }

    static LayeredFailure noZstandardToRead(String source, LinkageError cause) {
        return noZstandard("The layer is compressed", Shown.text(source), "", cause);
    }

    static LayeredFailure noZstandardToWrite(LinkageError cause) {
        return noZstandard("A layer is to be compressed", "<compression>", ", or write gzip", cause);
    }

    /** The library brings native code, which is not made for every machine and is unpacked to the temporary folder. */
    private static LayeredFailure noZstandard(String what, String where, String otherFix, LinkageError cause) {
        // who asks a second time is told in the cause why the first time failed
        Throwable reason = cause.getCause() == null ? cause : cause.getCause();
        return LayeredFailure.outside(
                new Problem(
                        "layer-compression",
                        what + " by Zstandard, which cannot be loaded on this machine: "
                                + Shown.text(String.valueOf(reason.getMessage())) + ".",
                        where,
                        "name a temporary folder that programs may be loaded from, -Djava.io.tmpdir=FOLDER" + otherFix),
                cause);
    }
}

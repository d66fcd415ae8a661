package dev.layered.layout;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.store.IoReason;
import java.io.IOException;

/** What can be wrong with the files of an image layout. */
final class LayoutFailure {

    private LayoutFailure() {}

    static LayeredFailure noLayout(String place) {
        return LayeredFailure.mistake(
                "layout-missing",
                Shown.quoted(place) + " is not an OCI image layout.",
                Shown.text(place),
                "name a folder with oci:, or a tar with oci-archive:, that holds oci-layout and index.json; what docker"
                        + " save writes is a docker-archive:");
    }

    static LayeredFailure noDockerArchive(String place) {
        return LayeredFailure.mistake(
                "layout-missing",
                Shown.quoted(place) + " is not an archive of docker save.",
                Shown.text(place),
                "name an archive that holds the file manifest.json; one that holds index.json is an oci-archive:");
    }

    static LayeredFailure noPath(String location) {
        return LayeredFailure.mistake(
                "layout-missing",
                Shown.quoted(location) + " is not a path of this machine.",
                Shown.text(location),
                "name a folder or an archive that is there");
    }

    static LayeredFailure version(String place, String found, String wanted) {
        return LayeredFailure.mistake(
                "layout-version",
                "The image layout is of version " + Shown.quoted(found) + ", not " + wanted + ".",
                Shown.text(place),
                "make the layout again with a tool that writes version " + wanted);
    }

    static LayeredFailure missing(String place, String name) {
        return LayeredFailure.mistake(
                "layout-blob-missing",
                "The image layout lacks the blob " + Shown.quoted(name.substring(name.lastIndexOf('/') + 1)) + ".",
                Shown.text(place),
                "make the layout again with the tool that wrote it");
    }

    /** A document of an image contradicts itself, or the one that refers to it. */
    static LayeredFailure image(String place, String reason) {
        return LayeredFailure.mistake(
                "image-damaged",
                "The image cannot be used: " + reason + ".",
                Shown.text(place),
                "make the image again with the tool that wrote it");
    }

    static LayeredFailure schema(String place, String kind) {
        return LayeredFailure.mistake(
                "image-schema",
                "The image is of a kind that is not read: " + kind + ".",
                Shown.text(place),
                "make the image again as OCI image or Docker schema 2, e.g. by skopeo copy --format oci");
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

package dev.layered.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** An image of one layer in the making: every field can be damaged before it is put together. */
final class ImageDraft {

    static final byte[] TAR = "as if it were a tar".getBytes(UTF_8);
    static final History STEP =
            new History(Optional.empty(), Optional.of("step"), Optional.empty(), Optional.empty(), false);

    Platform platform = Platform.LINUX_AMD64;
    String manifestType = MediaType.OCI_MANIFEST;
    List<Digest> diffIds = List.of(Digest.of(TAR));
    List<History> history = List.of(STEP);
    byte[] bytes = gzip(TAR);
    Descriptor layer = Descriptor.of(MediaType.OCI_LAYER_GZIP, Digest.of(bytes), bytes.length);
    Descriptor config;
    List<Blob> blobs;

    Image image() {
        ImageConfig scratch = ImageConfig.scratch(platform);
        Document<ImageConfig> document = OciJson.document(
                new ImageConfig(
                        platform,
                        scratch.created(),
                        scratch.author(),
                        scratch.runtime(),
                        diffIds,
                        history,
                        scratch.other()),
                MediaType.OCI_CONFIG);
        Descriptor named = config == null ? document.descriptor() : config;
        BlobSource source = descriptor -> new ByteArrayInputStream(bytes);
        Manifest manifest = new Manifest(manifestType, named, List.of(layer), Map.of(), scratch.other());
        return new Image(OciJson.document(manifest), document, blobs == null ? List.of(source.blob(layer)) : blobs);
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}

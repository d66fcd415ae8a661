package dev.layered.image;

import static dev.layered.failure.FailureAssert.assertFailure;
import static dev.layered.image.Golden.digest;

import dev.layered.failure.FailureAssert;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ImageCheckIndexTest {

    private static final Platform ARM64 = Platform.parse("linux/arm64");
    private final ImageDraft draft = new ImageDraft();

    @Test
    void indexWhenPlatformStandsTwiceTells() {
        Image image = draft.image();
        Index index = OciJson.index(List.of(image.descriptor(), image.descriptor()), Map.of());
        assertIndex(index, image, image)
                .hasId("check-platform")
                .what("The platform linux/amd64 stands twice.")
                .where("the image index");
    }

    @Test
    void indexWhenPlatformIsAnotherThanTheConfigsTellsBoth() {
        Image image = draft.image();
        Descriptor manifest = image.manifest().descriptor();
        assertIndex(OciJson.index(List.of(manifest.on(ARM64)), Map.of()), image)
                .hasId("check-platform")
                .what("The index says linux/arm64, the config linux/amd64.");
        assertIndex(OciJson.index(List.of(manifest), Map.of()), image)
                .hasId("check-platform")
                .what("The index says none, the config linux/amd64.");
    }

    @Test
    void indexWhenManifestIsMissingOrAnotherTells() {
        Image image = draft.image();
        assertIndex(OciJson.index(List.of(), Map.of()), image)
                .hasId("check-layers")
                .what("0 manifests, but 1 images.");
        Descriptor other = Descriptor.of(
                MediaType.OCI_LAYER, digest('a'), image.descriptor().size());
        assertIndex(OciJson.index(List.of(other.on(Platform.LINUX_AMD64)), Map.of()), image)
                .hasIds("check-media-type", "check-digest")
                .problem(1)
                .where("manifest 0 of the image index");
    }

    private static FailureAssert assertIndex(Index index, Image... images) {
        return assertFailure(
                () -> new ImageCheck().index(index, List.of(images)).throwIfAny());
    }
}

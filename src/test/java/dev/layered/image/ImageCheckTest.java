package dev.layered.image;

import static dev.layered.failure.FailureAssert.assertFailure;
import static dev.layered.image.Golden.digest;
import static dev.layered.image.ImageDraft.STEP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.FailureAssert;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ImageCheckTest {

    private static final byte[] TAR = ImageDraft.TAR;
    private static final String WHERE = "the image for linux/amd64";
    private final ImageDraft draft = new ImageDraft();

    private void hold(byte[] bytes, String mediaType) {
        draft.bytes = bytes;
        draft.layer = Descriptor.of(mediaType, Digest.of(bytes), bytes.length);
    }

    private FailureAssert assertImage() {
        return assertFailure(() -> new ImageCheck().image(draft.image()).throwIfAny());
    }

    @Test
    void everyCheckWhenImageIsRightIsClean() {
        Image image = draft.image();
        Index index = OciJson.index(List.of(image.descriptor()), Map.of());
        ImageCheck check = new ImageCheck().image(image).index(index, List.of(image));
        assertThat(check.isClean()).isTrue();
        check.throwIfAny();
    }

    @Test
    void imageWhenHistoryIsLeftOutOrHasEmptyLayersIsClean() {
        draft.history = List.of();
        assertThat(new ImageCheck().image(draft.image()).isClean()).isTrue();
        draft.history =
                List.of(new History(STEP.created(), STEP.createdBy(), STEP.author(), STEP.comment(), true), STEP);
        assertThat(new ImageCheck().image(draft.image()).isClean()).isTrue();
    }

    @Test
    void imageWhenHistoryCountsOtherLayersTellsBoth() {
        draft.history = List.of(STEP, STEP);
        assertImage()
                .hasId("check-history")
                .what("1 layers, but 2 history entries of layers.")
                .where(WHERE);
    }

    @Test
    void imageWhenDiffIdIsMissingTellsBoth() {
        draft.diffIds = List.of();
        assertImage().hasId("check-diff-ids").what("1 layers, but 0 diffIDs.").where(WHERE);
    }

    @Test
    void imageWhenLayerIsMissingTellsBoth() {
        draft.blobs = List.of();
        assertImage()
                .hasId("check-layers")
                .what("1 layers, but 0 blobs.")
                .where(WHERE)
                .fix("make the image again; if it stays, report it with plan.json")
                .isMistake();
    }

    @Test
    void imageWhenConfigIsAnotherTellsBothDigestsAndSizes() {
        draft.config = Descriptor.of(MediaType.OCI_CONFIG, digest('a'), 3);
        Descriptor real = draft.image().config().descriptor();
        assertImage().hasIds("check-digest", "check-size").problem(0).where("the config of " + WHERE);
        assertImage().problem(0).what("The digest is " + real.digest() + ", not " + digest('a') + ".");
        assertImage().problem(1).what("The size is " + real.size() + " bytes, not 3.");
    }

    @Test
    void imageWhenLayerBlobIsAnotherTells() {
        draft.blobs = List.of(Document.of("", MediaType.OCI_LAYER_GZIP, Arrays.copyOf(draft.bytes, 5)));
        assertImage().hasIds("check-digest", "check-size").problem(1).where("layer 0 of " + WHERE);
    }

    @Test
    void imageWhenMediaTypesAreWrongNamesEach() {
        draft.manifestType = MediaType.OCI_INDEX;
        hold(TAR, "text/\nplain");
        draft.config = Descriptor.of(
                "a/b",
                draft.image().config().digest(),
                draft.image().config().descriptor().size());
        assertImage()
                .hasIds("check-media-type", "check-media-type", "check-media-type")
                .isPrintable();
        assertImage().problem(0).what("'" + MediaType.OCI_INDEX + "' is not the media type of a manifest.");
        assertImage().problem(1).what("'a/b' is not the media type of a config.");
        assertImage().problem(2).what("'text/\\u000aplain' is not the media type of a layer.");
    }

    @Test
    void imageWhenPlatformHoldsControlCharactersShowsThemEscaped() {
        draft.platform = new Platform("linux\n\u001b[31m", "amd64", Optional.empty());
        draft.history = List.of(STEP, STEP);
        assertImage().hasId("check-history").isPrintable();
    }

    @Test
    void blobWhenBytesAreOthersTellsDigestsAndSizes() {
        Descriptor said = draft.layer;
        Descriptor found = Descriptor.of(said.mediaType(), digest('a'), 11);
        FailureAssert failure = assertFailure(
                () -> new ImageCheck().blob(said, found, "layer 0").throwIfAny());
        failure.hasIds("check-digest", "check-size");
        failure.problem(0)
                .what("The digest is " + digest('a') + ", not " + said.digest() + ".")
                .where("layer 0");
        failure.problem(1).what("The size is 11 bytes, not " + said.size() + ".");
        assertThat(new ImageCheck().blob(said, said, "layer 0").isClean()).isTrue();
    }

    @Test
    void diffIdWhenItIsAnothersTellsBoth() {
        assertFailure(() ->
                        new ImageCheck().diffId(digest('a'), digest('b'), WHERE).throwIfAny())
                .hasId("check-diff-ids")
                .what("The layer's diffID is " + digest('b') + ", the config says " + digest('a') + ".")
                .where(WHERE);
        assertThat(new ImageCheck().diffId(digest('a'), digest('a'), WHERE).faults())
                .isEmpty();
    }

    @Test
    void formWhenBytesAreOfAnotherTellsBothMediaTypes() {
        String gzip = MediaType.OCI_LAYER_GZIP;
        assertFailure(() ->
                        new ImageCheck().form(gzip, MediaType.OCI_LAYER, WHERE).throwIfAny())
                .hasId("check-media-type")
                .what("The layer's media type is '" + gzip + "', but it is '" + MediaType.OCI_LAYER + "'.")
                .where(WHERE);
        ImageCheck check = new ImageCheck()
                .form(MediaType.DOCKER_LAYER_GZIP, gzip, WHERE)
                .form("a/b", gzip, WHERE)
                .form(gzip, "", WHERE);
        assertThat(check.isClean()).isTrue();
    }
}

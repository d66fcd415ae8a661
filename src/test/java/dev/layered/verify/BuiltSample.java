package dev.layered.verify;

import dev.layered.base.TestBases;
import dev.layered.build.ImageBuilder;
import dev.layered.failure.FailureAssert;
import dev.layered.failure.LayeredFailure;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Document;
import dev.layered.image.ImageConfig;
import dev.layered.image.Index;
import dev.layered.image.Manifest;
import dev.layered.image.MediaType;
import dev.layered.image.OciJson;
import dev.layered.layout.ImageLayout;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.BuildOutcome;
import dev.layered.outcome.VerifyOutcome;
import dev.layered.place.BuildFiles;
import dev.layered.place.ImagePlaces;
import dev.layered.place.TestPlaces;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.SamplePlan;
import dev.layered.report.ImageFiles;
import dev.layered.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An image that was built of a plan, and can be damaged in every way, also with digests that fit. */
final class BuiltSample {

    final Path folder;
    final Path output;
    private final ImageLayout layout;

    private BuiltSample(Path folder) {
        this.folder = folder;
        this.output = folder.resolve("target/layered");
        this.layout = ImageLayout.in(output.resolve("image"));
    }

    static BuiltSample of(SamplePlan plan, Path folder) {
        return of(List.of(plan.plan()), folder);
    }

    /** Builds the variants of one module. */
    static BuiltSample of(List<ImagePlan> plans, Path folder) {
        BuiltSample built = new BuiltSample(folder);
        Store store = Store.open(folder.resolve("store"), folder.resolve("other"), BuildLog.SILENT);
        List<BuildOutcome> outcomes = new ImageBuilder(
                        folder, built.output, TestBases.in(folder, store), store, BuildLog.SILENT)
                .build(plans);
        ImageFiles.writeBuilt(outcomes, built.output);
        return built;
    }

    VerifyOutcome verify(boolean rebuild) {
        return ImageVerifier.own(files(), places(), BuildLog.SILENT).get(0).verify(rebuild);
    }

    VerifyOutcome verify(String location) {
        return ImageVerifier.at(places().at(location), files(), BuildLog.SILENT).verify(false);
    }

    private ImagePlaces places() {
        return TestPlaces.onDisk(folder);
    }

    BuildFiles files() {
        return new BuildFiles(folder, output);
    }

    /** Verifies and asserts on the faults, of which there is at least one. */
    FailureAssert assertFaults() {
        return assertFaults(false);
    }

    FailureAssert assertFaults(boolean rebuild) {
        return FailureAssert.assertFailure(() -> {
            throw LayeredFailure.mistakes(verify(rebuild).faults());
        });
    }

    Descriptor target() {
        return layout.images().get(0);
    }

    Document<Index> index() {
        return OciJson.index(layout.document(target()), "index");
    }

    /** Returns the descriptor of the manifest of that platform. */
    Descriptor manifestOf(int platform) {
        boolean one = MediaType.isManifest(target().mediaType());
        return one ? target() : index().value().manifests().get(platform);
    }

    Manifest manifest(int platform) {
        return OciJson.manifest(layout.document(manifestOf(platform)), "manifest")
                .value();
    }

    ImageConfig config(int platform) {
        Descriptor config = manifest(platform).config();
        return OciJson.config(layout.document(config), config.mediaType(), "config")
                .value();
    }

    Path blob(Descriptor descriptor) {
        return layout.path(descriptor.digest());
    }

    /** Changes the bytes of a blob, which keeps its name. */
    void damage(Descriptor descriptor, UnaryOperator<byte[]> change) {
        try {
            Path file = blob(descriptor);
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file); // a hard link to the store's
            Files.write(file, change.apply(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] flipped(byte[] bytes) {
        byte[] other = bytes.clone();
        other[bytes.length / 2] ^= 1;
        return other;
    }

    /** Puts the changed config in the place of the platform's own, with digests that fit. */
    void changeConfig(int platform, UnaryOperator<ImageConfig> change) {
        change(platform, change, manifest -> manifest);
    }

    /** Puts config and manifest in the place of the platform's own, with digests that fit. */
    void change(int platform, UnaryOperator<ImageConfig> config, UnaryOperator<Manifest> manifest) {
        Document<ImageConfig> sealed = OciJson.document(config.apply(config(platform)), MediaType.OCI_CONFIG);
        Manifest former = manifest.apply(manifest(platform));
        changeManifest(
                platform,
                new Manifest(
                        former.mediaType(),
                        sealed.descriptor(),
                        former.layers(),
                        former.annotations(),
                        former.other()));
        layout.add(sealed);
    }

    private void changeManifest(int platform, Manifest manifest) {
        Document<Manifest> sealed = OciJson.document(manifest);
        layout.add(sealed);
        if (MediaType.isManifest(target().mediaType())) {
            seal(sealed.descriptor());
            return;
        }
        List<Descriptor> manifests = new ArrayList<>(index().value().manifests());
        manifests.set(
                platform,
                sealed.descriptor().on(manifests.get(platform).platform().orElseThrow()));
        changeIndex(manifests);
    }

    void changeIndex(List<Descriptor> manifests) {
        Document<Index> sealed = OciJson.document(OciJson.index(manifests, Map.of()));
        layout.add(sealed);
        seal(sealed.descriptor());
    }

    /** Only {@code index.json} and the digest: blobs that nobody needs are left. */
    private void seal(Descriptor target) {
        Index top = OciJson.index(List.of(target.annotated(Map.of(ImageLayout.REF_NAME, "shop/cart:1.0"))), Map.of());
        write(layout.folder().resolve("index.json"), OciJson.document(top).bytes());
        write(output.resolve("image.digest"), target.digest().text().getBytes());
    }

    /** Puts a tar in the place of a layer of the platform, in gzip, with digests that fit. */
    void changeLayer(int platform, int layer, byte[] tar) {
        byte[] blob = SampleTar.gzip(tar);
        Descriptor descriptor = Descriptor.of(MediaType.OCI_LAYER_GZIP, Digest.of(blob), blob.length);
        write(blob(descriptor), blob);
        change(
                platform,
                config -> with(config, replaced(config.diffIds(), layer, Digest.of(tar))),
                manifest -> with(manifest, replaced(manifest.layers(), layer, descriptor)));
    }

    /** Returns the uncompressed tar of a layer. */
    byte[] tar(int platform, int layer) {
        return SampleTar.gunzip(blob(manifest(platform).layers().get(layer)));
    }

    static ImageConfig with(ImageConfig config, List<Digest> diffIds) {
        return new ImageConfig(
                config.platform(),
                config.created(),
                config.author(),
                config.runtime(),
                diffIds,
                config.history(),
                config.other());
    }

    static Manifest with(Manifest manifest, List<Descriptor> layers) {
        return new Manifest(manifest.mediaType(), manifest.config(), layers, manifest.annotations(), manifest.other());
    }

    static <T> List<T> replaced(List<T> list, int index, T item) {
        List<T> other = new ArrayList<>(list);
        other.set(index, item);
        return other;
    }

    static <T> List<T> swapped(List<T> list, int a, int b) {
        return replaced(replaced(list, a, list.get(b)), b, list.get(a));
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

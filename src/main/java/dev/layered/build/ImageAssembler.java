package dev.layered.build;

import dev.layered.base.BaseHistory;
import dev.layered.base.BaseImage;
import dev.layered.base.HeldArtifacts;
import dev.layered.base.HeldArtifacts.Held;
import dev.layered.failure.LayeredFailure;
import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Document;
import dev.layered.image.History;
import dev.layered.image.Image;
import dev.layered.image.ImageConfig;
import dev.layered.image.ImageFormat;
import dev.layered.image.Index;
import dev.layered.image.Manifest;
import dev.layered.image.OciJson;
import dev.layered.image.Platform;
import dev.layered.image.RuntimeConfig;
import dev.layered.json.JsonObject;
import dev.layered.layer.Content;
import dev.layered.layer.KeyedEntry;
import dev.layered.plan.ImageInfo;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlacedArtifact;
import dev.layered.plan.ProjectArtifact;
import dev.layered.record.LayerMark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts base, layers and settings together into images and their index. Pure: no bytes of layers are read. */
final class ImageAssembler {

    private final ImagePlan plan;

    ImageAssembler(ImagePlan plan) {
        this.plan = plan;
    }

    /** Returns the image of one platform: the base's layers, ours above them, lowest first. */
    Image image(Platform wanted, BaseImage base, List<MadeLayer> layers) {
        List<Digest> diffIds = new ArrayList<>(base.config().diffIds());
        List<History> history = new ArrayList<>(BaseHistory.of(base.config()));
        ImageFormat format = plan.settings().format();
        List<Blob> blobs = new ArrayList<>();
        base.layers().forEach(layer -> blobs.add(layer.as(ofBase(layer.descriptor()))));
        for (MadeLayer layer : layers) {
            diffIds.add(layer.layer().diffId());
            LayerMark mark = new LayerMark(layer.planned().name(), layer.key());
            history.add(mark.history(plan.settings().created()));
            blobs.add(layer.blob().as(format.layer(layer.blob().descriptor())));
        }
        RuntimeConfig ofBase = base.config().runtime();
        ImageConfig config = new ImageConfig(
                base.config().platform(),
                Optional.of(plan.settings().created()),
                Optional.empty(),
                ofBase.with(plan.runtime(wanted)).labeled(labels(wanted, base, layers)),
                diffIds,
                history,
                base.config().other());
        Document<ImageConfig> configDocument = OciJson.document(config, format.config());
        Manifest manifest = new Manifest(
                format.manifest(),
                configDocument.descriptor(),
                blobs.stream().map(Blob::descriptor).toList(),
                plan.settings().annotations(info(base)),
                JsonObject.empty());
        return new Image(OciJson.document(manifest), configDocument, blobs);
    }

    /** Returns the labels; of an image that others stand on also which artifacts it holds. */
    private Map<String, String> labels(Platform platform, BaseImage base, List<MadeLayer> layers) {
        Map<String, String> inherited = base.config().runtime().labels();
        Map<String, String> labels = new LinkedHashMap<>(plan.settings().labels(inherited, info(base)));
        if (plan.identity().isBase()) {
            String held = HeldArtifacts.of(base.config()).with(held(platform, layers));
            labels.put(HeldArtifacts.LABEL, held);
        }
        return labels;
    }

    private List<Held> held(Platform platform, List<MadeLayer> layers) {
        Map<Path, KeyedEntry> files = new HashMap<>();
        layers.forEach(layer -> layer.keyed().entries().forEach(keyed -> {
            if (keyed.entry().content() instanceof Content.OfFile of) {
                files.put(of.file(), keyed);
            }
        }));
        List<Held> held = new ArrayList<>();
        for (PlacedArtifact placed : plan.contents().classPath(platform).artifacts()) {
            ProjectArtifact artifact = placed.artifact();
            if (!placed.isInBase()) {
                KeyedEntry keyed = files.get(artifact.file());
                held.add(new Held(
                        artifact.coordinates().toString(), "/" + keyed.entry().path(), keyed.content()));
            }
        }
        return held;
    }

    /** Returns the index of the images, in their order; {@code bases} were found together. */
    Document<Index> index(List<Image> images, Collection<BaseImage> bases) {
        ImageInfo info = info(bases.iterator().next());
        List<Descriptor> manifests = images.stream().map(Image::descriptor).toList();
        ImageFormat format = plan.settings().format();
        return OciJson.document(
                new Index(format.index(), manifests, plan.settings().annotations(info), JsonObject.empty()));
    }

    /** Returns what the image says of itself, its base named where that is one of a registry. */
    private ImageInfo info(BaseImage base) {
        ImageInfo info = plan.settings().info();
        return base.origin()
                .map(origin -> info.on(origin.name(), origin.digest()))
                .orElse(info);
    }

    private Descriptor ofBase(Descriptor layer) {
        try {
            return plan.settings().format().layer(layer);
        } catch (LayeredFailure failure) {
            throw failure.at(plan.base().place());
        }
    }
}

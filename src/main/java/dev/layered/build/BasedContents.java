package dev.layered.build;

import dev.layered.base.BaseImage;
import dev.layered.base.CertificateFiles;
import dev.layered.base.CertificateLayer;
import dev.layered.base.HeldArtifacts;
import dev.layered.image.Platform;
import dev.layered.layer.LayerEntry;
import dev.layered.outcome.BuildLog;
import dev.layered.plan.ClassPath;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlanContents;
import dev.layered.plan.Trust;
import dev.layered.store.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The contents of an image as its base images change them: artifacts that a base holds are not repeated, and what is
 * trusted is added to what a base trusts.
 */
final class BasedContents {

    private BasedContents() {}

    static PlanContents of(ImagePlan plan, Map<Platform, BaseImage> bases, Store store, BuildLog log) {
        PlanContents contents = plan.contents();
        Map<Platform, ClassPath> classPaths = new LinkedHashMap<>();
        Map<Platform, List<LayerEntry>> files = new LinkedHashMap<>();
        contents.classPaths().forEach((platform, path) -> {
            BaseImage base = bases.get(platform);
            ClassPath sharing = HeldArtifacts.of(base.config()).in(path, store.files());
            CertificateFiles trusted = CertificateLayer.of(contents.trust().certificates(), base, store, log);
            if (!trusted.entries().isEmpty()) {
                files.put(platform, trusted.entries());
            }
            classPaths.put(platform, trusted.needsTrustStoreFlag() ? sharing.with(flags()) : sharing);
        });
        store.files().save();
        Trust trust = contents.trust().in(files);
        return contents.with(classPaths, trust);
    }

    private static List<String> flags() {
        return List.of("-Djavax.net.ssl.trustStore=" + CertificateLayer.TRUST_STORE);
    }
}

package dev.layered.maven;

import dev.layered.base.BuiltHere;
import dev.layered.image.ImageReference;
import dev.layered.outcome.ReadyImage;
import dev.layered.plan.ImageIdentity;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;

/** The images that the modules of a run have in their layouts, by every name that they have or would get. */
final class ImagesOfRun implements BuiltHere {

    /** Where a session remembers them; as texts, since another class loader may have this class too. */
    private static final String KEY = "dev.layered.images";

    private static final String LATEST = "latest";

    private final Map<String, String[]> images;

    private ImagesOfRun(Map<String, String[]> images) {
        this.images = images;
    }

    static ImagesOfRun of(MavenSession session) {
        SessionData data = session.getRepositorySession().getData();
        data.set(KEY, null, new ConcurrentHashMap<>());
        @SuppressWarnings("unchecked")
        Map<String, String[]> images = (Map<String, String[]>) data.get(KEY);
        return new ImagesOfRun(images);
    }

    /** Notes that an image is in its layout. */
    void add(ImageIdentity identity, ReadyImage image) {
        String[] place = {image.layout().toAbsolutePath().toString(), image.reference()};
        images.put(key(ImageReference.parse(image.reference())), place);
        identity.names().stream()
                .filter(name -> name.platform().isEmpty())
                .forEach(name -> images.put(key(ImageReference.parse(name.reference())), place));
    }

    @Override
    public Optional<Built> find(ImageReference reference) {
        return reference.digest().isPresent()
                ? Optional.empty()
                : Optional.ofNullable(images.get(key(reference))).map(place -> new Built(Path.of(place[0]), place[1]));
    }

    private static String key(ImageReference image) {
        return image.registry() + "/" + image.repository() + ":" + image.tag().orElse(LATEST);
    }
}

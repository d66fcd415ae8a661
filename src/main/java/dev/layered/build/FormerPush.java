package dev.layered.build;

import dev.layered.failure.Shown;
import dev.layered.image.Digest;
import dev.layered.place.PushedImage;
import dev.layered.plan.ImageIdentity;
import dev.layered.plan.ImageName;
import dev.layered.record.PlanRecord;
import dev.layered.record.StillTrue;
import dev.layered.store.KnownFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What an earlier run published, for those who would rather ask whether it is there than make it again. */
public final class FormerPush implements FormerResult {

    private final Path record;
    private final PushedImage pushed;

    private FormerPush(Path record, PushedImage pushed) {
        this.record = record;
        this.pushed = pushed;
    }

    /**
     * Returns what was published last; empty where nothing tells.
     *
     * @param output the folder of what is told about the image, usually {@code target/layered}
     */
    public static Optional<FormerPush> in(Path output) {
        Path record = output.resolve(PlanRecord.OF_PUSH);
        return Files.exists(record)
                ? PushedImage.in(output).map(pushed -> new FormerPush(record, pushed))
                : Optional.empty();
    }

    @Override
    public String shown() {
        return "What was pushed last as " + Shown.text(pushed.names().get(0));
    }

    @Override
    public Optional<String> changed(ImageIdentity wanted, Path project, Map<String, Digest> grounds, KnownFiles known) {
        for (ImageName name : wanted.names()) {
            if (!pushed.digests().containsKey(name.reference())) {
                return Optional.of(Shown.quoted(name.reference()) + " was not among its names");
            }
        }
        return StillTrue.changed(record, project, grounds, known);
    }

    @Override
    public Optional<String> changed(Digest base) {
        return StillTrue.changed(record, base);
    }

    /** Returns what each name stood for. */
    public Map<String, Digest> digests() {
        return pushed.digests();
    }
}

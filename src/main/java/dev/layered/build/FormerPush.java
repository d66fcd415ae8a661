package dev.layered.build;

import dev.layered.failure.Shown;
import dev.layered.image.Digest;
import dev.layered.place.BuildFiles;
import dev.layered.place.PushedImage;
import dev.layered.record.PlanRecord;
import dev.layered.record.StillTrue;
import dev.layered.store.KnownFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
     * @param project the folder that recorded paths start from
     * @param output usually {@code target/layered}
     */
    public static Optional<FormerPush> in(Path project, Path output) {
        Path record = output.resolve(PlanRecord.OF_PUSH);
        return Files.exists(record)
                ? new BuildFiles(project, output).pushed().map(pushed -> new FormerPush(record, pushed))
                : Optional.empty();
    }

    @Override
    public String shown() {
        return "What was pushed last as " + Shown.text(pushed.names().get(0));
    }

    @Override
    public Optional<String> changed(List<String> names, Path project, Map<String, Digest> grounds, KnownFiles known) {
        for (String name : names) {
            if (!pushed.names().contains(name)) {
                return Optional.of(Shown.quoted(name) + " was not among its names");
            }
        }
        return StillTrue.changed(record, project, grounds, known);
    }

    @Override
    public Optional<String> changed(Digest base) {
        return StillTrue.changed(record, base);
    }

    /** Returns what every name stood for. */
    public Digest digest() {
        return pushed.digest();
    }
}

package dev.layered.record;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.image.Digest;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.layer.Content;
import dev.layered.plan.PlacedFile;
import dev.layered.store.KnownFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Tells whether the image that a record is about would be made again as it is, without a plan.
 *
 * <p>Every input is read and hashed unless its digest is known, as a build does. In doubt the answer is that something
 * changed.
 */
public final class StillTrue {

    /** The words for the base image among what decided a plan; only who looks at it, or asks for it, knows it. */
    public static final String BASE = "the base image";

    /** The words for the resolved artifacts; only a goal for which Maven resolved them knows them. */
    public static final String CLASS_PATH = "the class path";

    /** The words for what the name of the base image stood for. */
    public static final String NAMED_BASE = "what the name of the base image stands for";

    private static final List<String> KNOWN_TO_SOME = List.of(BASE, NAMED_BASE, CLASS_PATH);

    private static final Consumer<JsonObject> DROP = item -> {};

    private final Path record;
    private final EntryReader reader;
    private final KnownFiles known;
    private Optional<String> reason = Optional.empty();

    private StillTrue(Path record, Path project, KnownFiles known) {
        this.record = record;
        this.reader = new EntryReader(project);
        this.known = known;
    }

    /**
     * Returns what changed first, in words; empty where nothing did.
     *
     * @param record {@link PlanRecord#OF_IMAGE} or {@link PlanRecord#OF_PUSH} in its folder
     * @param project the folder that recorded paths start from
     * @param grounds what decides a plan now; base image and class path are compared where they are among them
     * @param known the files that need not be read
     */
    public static Optional<String> changed(Path record, Path project, Map<String, Digest> grounds, KnownFiles known) {
        StillTrue check = new StillTrue(record, project, known);
        try {
            check.compare(grounds);
            if (check.reason.isEmpty()) {
                check.read(check::compareInput);
            }
            return check.reason;
        } catch (IOException | LayeredFailure | IllegalArgumentException e) {
            return Optional.of(check.record.getFileName() + " cannot be read");
        }
    }

    /** Returns whether the base image is another one, in words; empty where it is the same. */
    public static Optional<String> changed(Path record, Digest base) {
        StillTrue check = new StillTrue(record, record, KnownFiles.NONE);
        try {
            Map<String, String> then = check.read(DROP).textMap("grounds");
            return base.text().equals(then.get(BASE)) ? Optional.empty() : Optional.of(BASE + " changed");
        } catch (IOException | LayeredFailure e) {
            return Optional.of(check.record.getFileName() + " cannot be read");
        }
    }

    /**
     * Returns what the name of the base image stood for when the record was written; empty where nothing tells, or the
     * base was another one.
     *
     * @param from as users write it
     */
    public static Optional<String> namedBase(Path record, String from) {
        try {
            JsonObject then = new StillTrue(record, record, KnownFiles.NONE).read(DROP);
            boolean isSame = then.requiredObject("settings").text("from").equals(Optional.of(from));
            return Optional.ofNullable(then.textMap("grounds").get(NAMED_BASE)).filter(digest -> isSame);
        } catch (IOException | LayeredFailure e) {
            return Optional.empty();
        }
    }

    private JsonObject read(Consumer<JsonObject> input) throws IOException {
        return Json.read(record, Map.of("layers", DROP, "layers.entries", DROP, "inputs", input));
    }

    private void compare(Map<String, Digest> grounds) throws IOException {
        JsonObject plan = read(DROP);
        boolean isComplete = plan.requiredNumber("schema") == PlanRecord.SCHEMA
                && plan.fields().keySet().containsAll(List.of("grounds", "inputs"))
                && plan.texts("leftOut").isEmpty();
        if (!isComplete) {
            reason = Optional.of(record.getFileName() + " does not tell what decided the image");
            return;
        }
        Map<String, String> then = new LinkedHashMap<>(plan.textMap("grounds"));
        KNOWN_TO_SOME.stream().filter(name -> !grounds.containsKey(name)).forEach(then::remove);
        Map<String, String> now = new LinkedHashMap<>();
        grounds.forEach((name, digest) -> now.put(name, digest.text()));
        TreeSet<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        reason = names.stream()
                .filter(name -> !now.getOrDefault(name, "").equals(then.get(name)))
                .findFirst()
                .map(name -> Shown.text(name) + " changed");
    }

    private void compareInput(JsonObject input) {
        if (reason.isPresent()) {
            return;
        }
        Content.OfFile source = EntryJson.source(reader.file(input.requiredText("path")), input);
        Path file = source.file();
        String name = Shown.text(input.requiredText("path"));
        Digest digest = input.required("digest", Digest::parse);
        long size = input.requiredSize("size");
        if (!Files.isRegularFile(file)) {
            reason = Optional.of(name + " is gone");
        } else if (!isOf(size, file) || !FileDigests.of(source, known).equals(Optional.of(digest))) {
            reason = Optional.of(name + " changed");
        } else if (PlacedFile.isExecutable(file) != input.truth("executable")) {
            reason = Optional.of("the right to execute " + name + " changed");
        } else if (!FileDigests.ofClassesBeside(file).map(Digest::text).equals(input.text("classes"))) {
            reason = Optional.of("the classes beside " + name + " changed");
        }
    }

    private static boolean isOf(long size, Path file) {
        try {
            return Files.size(file) == size;
        } catch (IOException e) {
            return false;
        }
    }
}

package dev.layered.plan;

import dev.layered.failure.Problem;
import dev.layered.image.Digest;
import dev.layered.layer.LayerEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is to be told about a plan, beside where its files are.
 *
 * @param extraDirectories what the user says about extra directories, in one form for all ways to write it
 * @param facts about an entry of an extra directory: label to text
 * @param ignored files and folders of this machine that an ignore file leaves out, each with its line, as text
 * @param warnings about what is hardly meant so
 * @param grounds what decided the plan besides the bytes of its files: digests, by words for what it is
 */
public record FileNotes(
        List<String> extraDirectories,
        Map<LayerEntry, Map<String, String>> facts,
        Map<Path, String> ignored,
        List<Problem> warnings,
        Map<String, Digest> grounds) {

    /** Nothing to tell. */
    public static final FileNotes NONE = new FileNotes(List.of(), Map.of(), Map.of(), List.of(), Map.of());

    /** Returns these notes with more warnings. */
    public FileNotes warning(List<Problem> more) {
        List<Problem> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new FileNotes(extraDirectories, facts, ignored, List.copyOf(all), grounds);
    }

    /** Returns these notes with what decided the plan. */
    public FileNotes on(Map<String, Digest> newGrounds) {
        return new FileNotes(extraDirectories, facts, ignored, warnings, newGrounds);
    }
}

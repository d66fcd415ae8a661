package dev.layered.plan;

import dev.layered.failure.Problem;
import dev.layered.layer.LayerEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is to be told about the files of a plan, beside where they are.
 *
 * @param extraDirectories what the user says about extra directories, in one form for all ways to write it
 * @param facts about an entry of an extra directory: label to text
 * @param ignored files and folders of this machine that an ignore file leaves out, each with its line, as text
 * @param warnings about what is hardly meant so
 */
public record FileNotes(
        List<String> extraDirectories,
        Map<LayerEntry, Map<String, String>> facts,
        Map<Path, String> ignored,
        List<Problem> warnings) {

    /** Nothing to tell. */
    public static final FileNotes NONE = new FileNotes(List.of(), Map.of(), Map.of(), List.of());
}

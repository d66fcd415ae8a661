package dev.layered.verify;

import dev.layered.failure.Shown;
import dev.layered.layout.StoredImage;
import dev.layered.place.BuildFiles;
import dev.layered.record.PlanRecord;
import dev.layered.record.RecordedPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The images that a record is about, and which record.
 *
 * @param images those of the place; none where no record is about any of them
 * @param name of the record's file
 */
record Recorded(List<StoredImage> images, String name, BuildFiles built) {

    /**
     * Finds the records, one for the images of each variant.
     *
     * @param isOwn whether the images are those of the layout, which the records beside it are about
     */
    static List<Recorded> of(List<StoredImage> images, boolean isOwn, BuildFiles built) {
        Map<String, List<StoredImage>> byRecord = new LinkedHashMap<>();
        for (StoredImage image : images) {
            Optional<String> name = isOwn ? Optional.of(built.recordOfBuilt(image)) : built.recordOf(image);
            name.ifPresent(record ->
                    byRecord.computeIfAbsent(record, key -> new ArrayList<>()).add(image));
        }
        if (byRecord.isEmpty()) {
            byRecord.put(isOwn ? PlanRecord.OF_IMAGE : "", List.of());
        }
        return byRecord.entrySet().stream()
                .map(record -> new Recorded(record.getValue(), record.getKey(), built))
                .toList();
    }

    /** Returns the record; where it is missing and should be there, notes {@code verify-record}. */
    Optional<RecordedPlan> plan(boolean rebuild, String location, Check documents) {
        if (!name.isEmpty()) {
            return documents.trying(() -> built.record(name));
        }
        if (rebuild) {
            documents.fault(
                    "verify-record",
                    "There is no record of what the image was made of, so that it cannot be made again.",
                    Shown.text(location),
                    "leave out -Dlayered.rebuild, or run the goal in the project that built or pushed the image last");
        }
        return Optional.empty();
    }
}

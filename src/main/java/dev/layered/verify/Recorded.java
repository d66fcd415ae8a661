package dev.layered.verify;

import dev.layered.failure.Shown;
import dev.layered.layout.StoredImage;
import dev.layered.place.BuildFiles;
import dev.layered.record.PlanRecord;
import dev.layered.record.RecordedPlan;
import java.util.List;
import java.util.Optional;

/**
 * The images that a record is about, and which record.
 *
 * @param images those of the place; none where no record is about any of them
 * @param name of the record's file
 */
record Recorded(List<StoredImage> images, String name, BuildFiles built) {

    /**
     * Finds the record.
     *
     * @param isOwn whether the images are those of the layout, which the record beside it is about
     */
    static Recorded of(List<StoredImage> images, boolean isOwn, BuildFiles built) {
        if (isOwn) {
            return new Recorded(images, PlanRecord.OF_IMAGE, built);
        }
        Optional<String> name =
                images.stream().flatMap(image -> built.recordOf(image).stream()).findFirst();
        List<StoredImage> ours = images.stream()
                .filter(image -> name.isPresent() && built.recordOf(image).equals(name))
                .toList();
        return new Recorded(ours, name.orElse(""), built);
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

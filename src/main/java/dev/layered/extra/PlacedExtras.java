package dev.layered.extra;

import dev.layered.plan.FileNotes;
import dev.layered.plan.PlacedFile;
import java.util.List;

/** What extra directories bring into a plan. */
public record PlacedExtras(List<PlacedFile> files, FileNotes notes) {}

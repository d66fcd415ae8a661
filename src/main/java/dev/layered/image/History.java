package dev.layered.image;

import java.util.Optional;

/**
 * How one layer came about (OCI image spec, config.md, "history").
 *
 * @param emptyLayer whether the step made no layer, so that it has no diffID
 */
public record History(
        Optional<String> created,
        Optional<String> createdBy,
        Optional<String> author,
        Optional<String> comment,
        boolean emptyLayer) {}

package dev.layered.store;

import java.time.Duration;
import java.util.Optional;

/**
 * How much a store may keep.
 *
 * @param bytes of all files together
 * @param unusedFor what was of no use for so long goes in any case
 */
public record PruneBounds(long bytes, Optional<Duration> unusedFor) {}

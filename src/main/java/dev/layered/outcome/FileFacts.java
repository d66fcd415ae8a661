package dev.layered.outcome;

import java.time.Instant;

/**
 * What a layer says of a path.
 *
 * @param kind for people, e.g. {@code file}
 * @param mode permission bits
 * @param owner numeric, {@code user:group}
 * @param size of a file, in bytes
 * @param target of a link, or the digest of a file's bytes; else empty
 */
public record FileFacts(String kind, int mode, String owner, Instant time, long size, String target) {}

package dev.layered.benchmark;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What went to a registry and came from it.
 *
 * @param sent bytes, with the heads of requests
 * @param received bytes, with the heads of answers
 * @param requests each as {@code METHOD target status}
 */
record Traffic(long sent, long received, List<String> requests) {

    private static final Pattern BLOB = Pattern.compile("(PUT|PATCH|POST) /v2/\\S*/blobs/uploads/\\S*digest=\\S* 201");

    /** Returns how many blobs were uploaded. */
    long blobs() {
        return requests.stream()
                .filter(request -> BLOB.matcher(request).matches())
                .count();
    }
}

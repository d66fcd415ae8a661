package dev.layered.benchmark;

/**
 * What went to a registry and came from it.
 *
 * @param sent bytes, with the heads of requests
 * @param received bytes, with the heads of answers
 * @param requests how many
 * @param blobs how many were uploaded
 */
record Traffic(long sent, long received, long requests, long blobs) {

    Traffic since(Traffic before) {
        return new Traffic(
                sent - before.sent, received - before.received, requests - before.requests, blobs - before.blobs);
    }
}

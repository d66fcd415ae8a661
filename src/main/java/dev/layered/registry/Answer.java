package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** What a server answered to a request; whoever holds it closes it. */
final class Answer implements Closeable {

    /** Enough of a body that nobody reads to keep its connection. */
    private static final int WORTH_READING = 64 << 10;

    private final HttpCall call;
    private final int status;
    private final HttpHeaders headers;
    private final ReceivedBody body;
    private final Duration total;

    /** {@code total} is how long a body may take that is read as a whole. */
    Answer(HttpCall call, int status, HttpHeaders headers, ReceivedBody body, Duration total) {
        this.call = call;
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.total = total;
    }

    HttpCall call() {
        return call;
    }

    int status() {
        return status;
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    Optional<String> header(String name) {
        return headers.firstValue(name).filter(value -> !value.isBlank());
    }

    HttpHeaders headers() {
        return headers;
    }

    OptionalLong length() {
        try {
            return headers.firstValueAsLong("Content-Length");
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Returns the media type in lower case, without parameters. */
    Optional<String> mediaType() {
        return header("Content-Type").map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    boolean isHtml() {
        return mediaType().filter("text/html"::equals).isPresent();
    }

    InputStream body() {
        return body;
    }

    /**
     * Returns the whole body, unless it takes too long.
     *
     * @throws LayeredFailure {@code registry-too-long} if there is more than that
     */
    byte[] bytes(int most) throws IOException {
        byte[] bytes = body.within(total, () -> body.readNBytes(most + 1));
        if (bytes.length > most) {
            close();
            throw LayeredFailure.outside(
                    new Problem(
                            "registry-too-long",
                            "The answer is longer than the " + most + " bytes that such an answer may have.",
                            call.text(),
                            "check the address of the registry"),
                    null);
        }
        return bytes;
    }

    /** Returns the first bytes of the body. */
    byte[] beginning() throws IOException {
        return body.within(total, () -> body.readNBytes(WORTH_READING));
    }

    /** Reads the rest where it is short, so that the connection can be used again. */
    @Override
    public void close() throws IOException {
        try (body) {
            if (length().orElse(0) <= WORTH_READING) {
                body.within(total, () -> body.readNBytes(WORTH_READING));
            }
        } catch (IOException e) {
            // the answer itself was understood; only the connection is lost
        }
    }
}

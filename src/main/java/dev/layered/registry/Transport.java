package dev.layered.registry;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends a request and waits for the answer as long as bytes move. Thread-safe. */
final class Transport {

    private static final int PROXY_LOGIN = 407;

    private final HttpClient client;
    private final Duration stall;
    private final Duration total;
    private final ProxyAccess proxies;

    Transport(HttpClient client, RegistryTimes times, ProxyAccess proxies) {
        this.client = client;
        this.stall = times.stall();
        this.total = times.total();
        this.proxies = proxies;
    }

    /**
     * Returns the answer, whatever its status.
     *
     * @throws dev.layered.failure.LayeredFailure {@code proxy-login} if a proxy did not let the request pass
     * @throws IOException if none came, which may be otherwise next time
     */
    Answer send(HttpCall call) throws IOException {
        HttpCall told = proxies.header(call.uri())
                .map(header -> call.with("Proxy-Authorization", header))
                .orElse(call);
        CompletableFuture<HttpResponse<ReceivedBody>> coming =
                client.sendAsync(told.request(), headers -> new ReceivedBody(stall));
        try {
            HttpResponse<ReceivedBody> came = await(call, coming);
            call.body().ifPresent(SentBody::throwIfUnreadable);
            if (came.statusCode() == PROXY_LOGIN) {
                Optional.ofNullable(came.body()).ifPresent(ReceivedBody::close); // none instead of a tunnel
                throw proxies.refused(call);
            }
            return new Answer(call, came.statusCode(), came.headers(), came.body(), total);
        } catch (InterruptedException e) {
            coming.cancel(true);
            throw Interrupted.here();
        } catch (ExecutionException e) {
            call.body().ifPresent(SentBody::throwIfUnreadable);
            if (e.getCause() instanceof IOException lost) {
                TlsFailure.throwIfLasting(lost, call);
                throw lost;
            }
            throw new IOException(Reason.of(e.getCause()), e.getCause());
        }
    }

    private HttpResponse<ReceivedBody> await(HttpCall call, CompletableFuture<HttpResponse<ReceivedBody>> coming)
            throws IOException, InterruptedException, ExecutionException {
        long before = -1;
        while (true) {
            long sent = call.body().map(SentBody::sent).orElse(0L);
            if (sent == before) {
                coming.cancel(true);
                throw new HttpTimeoutException("nothing moved for " + Waiting.text(stall));
            }
            before = sent;
            try {
                return coming.get(stall.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // ask whether bytes moved meanwhile
            }
        }
    }
}

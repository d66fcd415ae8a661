package dev.layered.registry;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One HTTP request, before anybody is authorized to send it. */
record HttpCall(String method, URI uri, Map<String, String> headers, Optional<SentBody> body) {

    static HttpCall of(String method, URI uri) {
        return new HttpCall(method, uri, Map.of(), Optional.empty());
    }

    HttpCall at(URI other) {
        return new HttpCall(method, other, headers, body);
    }

    HttpCall with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new HttpCall(method, uri, more, body);
    }

    HttpCall sending(SentBody sent) {
        return new HttpCall(method, uri, headers, Optional.of(sent));
    }

    /** Whether the answer may be sought where the server points to. */
    boolean isRead() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Returns method, host and path; a query may hold signatures and is left out. */
    String text() {
        return method + " " + uri.getRawAuthority() + uri.getRawPath();
    }

    HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, body.map(SentBody::publisher).orElse(HttpRequest.BodyPublishers.noBody()))
                .header("User-Agent", "layered-maven-plugin");
        headers.forEach(request::header);
        body.ifPresent(sent -> request.header("Content-Type", sent.mediaType()));
        // a connection to itself for each upload, so that no upload waits for another one's window
        boolean own = body.isPresent() || uri.getScheme().equals("http");
        return request.version(own ? HttpClient.Version.HTTP_1_1 : HttpClient.Version.HTTP_2)
                .build();
    }
}

package dev.layered.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Reads the addresses that servers send, which may be anything. */
final class Address {

    private Address() {}

    /** Returns the address if it is an absolute one of HTTP, with a host and without a user. */
    static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text)).filter(Address::isHttp);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Returns where a {@code Location} leads that came from {@code from}. */
    static Optional<URI> resolve(URI from, String location) {
        try {
            return Optional.of(from.resolve(new URI(location))).filter(Address::isHttp);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Returns the address with one more piece of query, which is encoded already. */
    static URI withQuery(URI address, String query) {
        String text = address.toString().replaceFirst("#.*$", "");
        return query.isEmpty() ? address : URI.create(text + (address.getRawQuery() == null ? "?" : "&") + query);
    }

    /** Whether both are the same server, so that one may see what the other may see. */
    static boolean isSameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    private static boolean isHttp(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https"))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null;
    }
}

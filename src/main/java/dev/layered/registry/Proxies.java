package dev.layered.registry;

import static java.util.Objects.requireNonNull;

import dev.layered.registry.credential.Credentials;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.function.Function;

/**
 * Through which proxies requests go, and who we are to them.
 *
 * @param selector says which proxy a request goes through
 * @param logins user and password for a proxy that wants to know who asks; asked once for each proxy
 */
public record Proxies(ProxySelector selector, Function<InetSocketAddress, Optional<Credentials>> logins) {

    /** Checks that nothing is null. */
    public Proxies {
        requireNonNull(selector, "selector");
        requireNonNull(logins, "logins");
    }

    /** Returns proxies that nobody logs in to. */
    public static Proxies anonymous(ProxySelector selector) {
        return new Proxies(selector, proxy -> Optional.empty());
    }

    /** Returns the proxies of Java's own settings. */
    public static Proxies ofJava() {
        return anonymous(Optional.ofNullable(ProxySelector.getDefault()).orElse(HttpClient.Builder.NO_PROXY));
    }
}

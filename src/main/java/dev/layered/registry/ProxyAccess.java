package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.registry.credential.Credentials;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The proxies of one run as the HTTP client asks for them, and what it says to them of who we are. Thread-safe.
 *
 * <p>A password goes to its proxy alone: requests without TLS carry it themselves, those with TLS go through a {@link
 * ProxyTunnel}.
 */
final class ProxyAccess extends ProxySelector implements AutoCloseable {

    private final Proxies proxies;
    private final Executor workers;
    private final Map<InetSocketAddress, Optional<Credentials>> logins = new ConcurrentHashMap<>();
    private final Map<InetSocketAddress, ProxyTunnel> tunnels = new ConcurrentHashMap<>();

    /** Opens nothing yet; tunnels run on {@code workers}. */
    ProxyAccess(Proxies proxies, Executor workers) {
        this.proxies = proxies;
        this.workers = workers;
    }

    @Override
    public List<Proxy> select(URI uri) {
        return tunnel(uri)
                .map(tunnel -> List.of(new Proxy(Proxy.Type.HTTP, tunnel.address())))
                .orElseGet(() -> proxies.selector().select(uri));
    }

    /** Returns the header {@code Proxy-Authorization} of a request to that address, where it needs one. */
    Optional<String> header(URI uri) {
        Optional<String> ofTunnel = tunnel(uri).map(ProxyTunnel::header);
        return ofTunnel.isPresent() ? ofTunnel : proxy(uri).flatMap(this::login).map(TokenServer::basic);
    }

    /** Returns what to throw where the proxy of that address did not let the request pass. */
    LayeredFailure refused(HttpCall call) {
        Optional<InetSocketAddress> proxy = proxy(call.uri());
        Optional<Credentials> login = proxy.flatMap(this::login);
        String name = Shown.quoted(proxy.map(ProxyAccess::name).orElse("of this network"));
        String fix = login.map(given -> "correct what stands in " + Shown.text(given.source()))
                .orElse("give <username> and <password> of the proxy in settings.xml");
        return LayeredFailure.outside(
                new Problem(
                        "proxy-login",
                        login.map(given -> "The proxy " + name + " does not accept " + given + ".")
                                .orElse("The proxy " + name + " asks who you are, and nothing tells."),
                        call.text(),
                        fix),
                null);
    }

    private Optional<ProxyTunnel> tunnel(URI uri) {
        return uri.getScheme().equalsIgnoreCase("https")
                ? proxy(uri).flatMap(proxy -> login(proxy).map(login -> tunnel(proxy, login)))
                : Optional.empty();
    }

    private ProxyTunnel tunnel(InetSocketAddress proxy, Credentials login) {
        return tunnels.computeIfAbsent(proxy, to -> ProxyTunnel.open(to, TokenServer.basic(login), workers));
    }

    private Optional<InetSocketAddress> proxy(URI uri) {
        return proxies.selector().select(uri).stream()
                .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
                .map(Proxy::address)
                .filter(InetSocketAddress.class::isInstance)
                .map(InetSocketAddress.class::cast)
                .findFirst();
    }

    private Optional<Credentials> login(InetSocketAddress proxy) {
        return logins.computeIfAbsent(proxy, proxies.logins());
    }

    private static String name(InetSocketAddress proxy) {
        return proxy.getHostString() + ":" + proxy.getPort();
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException cause) {
        proxies.selector().connectFailed(uri, address, cause);
    }

    @Override
    public void close() {
        tunnels.values().forEach(ProxyTunnel::close);
        tunnels.clear();
    }
}

package dev.layered.maven;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.registry.Proxies;
import dev.layered.registry.credential.Credentials;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * The proxies of {@code settings.xml}, chosen for a registry as Maven chooses them for a repository at the same address.
 *
 * <p>This machine is spoken to without one.
 */
final class SettingsProxies extends ProxySelector {

    private static final Pattern THIS_MACHINE =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[(::|0:0:0:0:0:0:0:)1]", Pattern.CASE_INSENSITIVE);

    private final org.eclipse.aether.repository.ProxySelector proxies;

    SettingsProxies(org.eclipse.aether.repository.ProxySelector proxies) {
        this.proxies = proxies;
    }

    /** Returns the proxies of the settings with their passwords, or Java's own where those have no active one. */
    static Proxies of(MavenSession session, SettingsDecrypter decrypter) {
        List<org.apache.maven.settings.Proxy> active = session.getSettings().getProxies().stream()
                .filter(org.apache.maven.settings.Proxy::isActive)
                .toList();
        return active.isEmpty()
                ? Proxies.ofJava()
                : new Proxies(
                        new SettingsProxies(session.getRepositorySession().getProxySelector()),
                        address -> login(active, address, decrypter));
    }

    private static Optional<Credentials> login(
            List<org.apache.maven.settings.Proxy> proxies, InetSocketAddress address, SettingsDecrypter decrypter) {
        return proxies.stream()
                .filter(proxy ->
                        address.getHostString().equals(proxy.getHost()) && address.getPort() == proxy.getPort())
                .filter(proxy -> proxy.getUsername() != null && proxy.getPassword() != null)
                .findFirst()
                .map(proxy -> Credentials.password(
                        proxy.getUsername(),
                        Decrypted.of(proxy, decrypter).orElseThrow(() -> undecrypted(proxy.getId())),
                        "proxy " + Shown.quoted(proxy.getId()) + " of settings.xml"));
    }

    private static LayeredFailure undecrypted(String id) {
        Problem problem = new Problem(
                "proxy-password",
                "The password of the proxy " + Shown.quoted(id) + " cannot be decrypted.",
                "<proxies> of settings.xml",
                Decrypted.FIX);
        return LayeredFailure.outside(problem, null);
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (THIS_MACHINE.matcher(String.valueOf(uri.getHost())).matches()) {
            return List.of(Proxy.NO_PROXY);
        }
        String address = uri.getScheme() + "://" + uri.getRawAuthority() + "/";
        RemoteRepository sameAddress = new RemoteRepository.Builder("registry", "default", address).build();
        org.eclipse.aether.repository.Proxy found = proxies.getProxy(sameAddress);
        return List.of(
                found == null
                        ? Proxy.NO_PROXY
                        : new Proxy(Proxy.Type.HTTP, new InetSocketAddress(found.getHost(), found.getPort())));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException cause) {
        // the request fails, which is told
    }
}

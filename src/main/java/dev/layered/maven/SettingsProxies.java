package dev.layered.maven;

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

    /** Returns the proxies of the settings, or Java's own where those have no active one. */
    static ProxySelector of(MavenSession session) {
        boolean set = session.getSettings().getProxies().stream().anyMatch(proxy -> proxy.isActive());
        return set
                ? new SettingsProxies(session.getRepositorySession().getProxySelector())
                : Optional.ofNullable(ProxySelector.getDefault()).orElse(new SettingsProxies(repository -> null));
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

package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;

/**
 * The connections of one run, and who may be spoken to without TLS. Thread-safe.
 *
 * <p>There is one HTTP client for each way of trusting, made when it is needed.
 */
final class Connections implements AutoCloseable {

    private static final Pattern THIS_MACHINE =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

    private final RegistrySettings settings;
    private final ExecutorService workers;
    private final ProxyAccess proxies;
    private final Map<String, Transport> transports = new ConcurrentHashMap<>();

    Connections(RegistrySettings settings) {
        this.settings = settings;
        this.workers = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "layered-registry");
            thread.setDaemon(true);
            return thread;
        });
        this.proxies = new ProxyAccess(settings.proxies(), workers);
    }

    /** Whether the host and port may be spoken to without TLS. */
    boolean mayBePlain(String authority) {
        return isNamed(authority) || THIS_MACHINE.matcher(host(authority)).matches();
    }

    /** Whether the host is this machine, and nothing was said about certificates that it has. */
    boolean isUsuallyPlain(String authority) {
        return THIS_MACHINE.matcher(host(authority)).matches()
                && !isNamed(authority)
                && authority(authority).isEmpty();
    }

    /** Whether the user named the host as one that needs no certificate. */
    boolean isNamed(String authority) {
        return settings.insecure().stream()
                .anyMatch(name -> name.equalsIgnoreCase(authority) || name.equalsIgnoreCase(host(authority)));
    }

    /**
     * Returns what sends to that address.
     *
     * @throws LayeredFailure {@code registry-not-tls} if it is one without TLS, of a host that needs it
     */
    Transport to(URI uri) {
        String authority = uri.getRawAuthority();
        if (uri.getScheme().equalsIgnoreCase("http")) {
            if (!mayBePlain(authority)) {
                throw plain(uri);
            }
            return transports.computeIfAbsent(
                    "plain", key -> transport(builder().sslContext(Trust.none()).sslParameters(new SSLParameters())));
        }
        Optional<Path> file = authority(authority);
        if (file.isPresent()) {
            return transports.computeIfAbsent(
                    "file " + file.get(), key -> transport(builder().sslContext(Trust.in(file.get()))));
        }
        return isNamed(authority)
                ? transports.computeIfAbsent("all", key -> transport(builder().sslContext(Trust.all())))
                : transports.computeIfAbsent("usual", key -> transport(builder()));
    }

    private static LayeredFailure plain(URI uri) {
        String host = uri.getRawAuthority();
        Problem problem = new Problem(
                "registry-not-tls",
                Shown.quoted(host) + " was to be spoken to without TLS.",
                Shown.text(uri.getScheme() + "://" + host + uri.getRawPath()),
                "name " + Shown.text(host) + " in <allowInsecureRegistries> if that may be");
        return LayeredFailure.outside(problem, null);
    }

    private Optional<Path> authority(String authority) {
        return settings.authorities().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(authority)
                        || entry.getKey().equalsIgnoreCase(host(authority)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String host(String authority) {
        return authority.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
    }

    private HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .connectTimeout(settings.times().connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxies)
                .executor(workers);
    }

    private Transport transport(HttpClient.Builder client) {
        return new Transport(client.build(), settings.times(), proxies);
    }

    @Override
    public void close() {
        transports.clear();
        proxies.close();
        workers.shutdownNow();
    }
}

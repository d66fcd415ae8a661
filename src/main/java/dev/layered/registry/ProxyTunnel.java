package dev.layered.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Executor;

/**
 * The way to hosts with TLS through one proxy that asks for a password (RFC 9110, CONNECT and Basic).
 *
 * <p>Java's HTTP client gives no password to such a proxy as long as the system property {@code
 * jdk.http.auth.tunneling.disabledSchemes} is what Java sets, and a property of the whole Maven is not ours to change.
 * So the client asks a port of this machine, which asks the proxy with the password and hands on all bytes, which are
 * TLS. The port serves only who knows the word that this run made up. Thread-safe.
 */
final class ProxyTunnel implements AutoCloseable {

    private static final int LONGEST_HEAD = 1 << 14;
    private static final int CONNECT_MILLIS = 10_000;
    private static final String END = "\r\n\r\n";

    private final InetSocketAddress proxy;
    private final String authorization;
    private final Executor workers;
    private final ServerSocket socket;
    private final String word;

    private ProxyTunnel(InetSocketAddress proxy, String authorization, Executor workers, ServerSocket socket) {
        this.proxy = proxy;
        this.authorization = authorization;
        this.workers = workers;
        this.socket = socket;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.word = HexFormat.of().formatHex(random);
    }

    /**
     * Opens the port.
     *
     * @param authorization what the proxy is told, as a header has it
     * @throws UncheckedIOException if this machine has no port left
     */
    static ProxyTunnel open(InetSocketAddress proxy, String authorization, Executor workers) {
        try {
            ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
            ProxyTunnel tunnel = new ProxyTunnel(proxy, authorization, workers, socket);
            workers.execute(tunnel::accept);
            return tunnel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns where the client finds the port. */
    InetSocketAddress address() {
        return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
    }

    /** Returns the {@code Proxy-Authorization} that the port wants to see. */
    String header() {
        return "Bearer " + word;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                workers.execute(() -> serve(client));
            } catch (IOException e) {
                // closed, or the client went away at once
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket()) {
            client.setTcpNoDelay(true);
            client.setSoTimeout(CONNECT_MILLIS);
            String head = head(client.getInputStream());
            client.setSoTimeout(0);
            if (!isOurs(head)) {
                write(client, "HTTP/1.1 403 Forbidden\r\nContent-Length: 0" + END);
                return;
            }
            server.setTcpNoDelay(true);
            server.connect(new InetSocketAddress(proxy.getHostString(), proxy.getPort()), CONNECT_MILLIS);
            String authority = head.split(" ", 3)[1];
            write(
                    server,
                    "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\nProxy-Authorization: "
                            + authorization + END);
            workers.execute(() -> handOn(client, server));
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // the client sees its connection closed, and tells of it
        }
    }

    /** Returns all up to the empty line; the client sends nothing behind it before it has the answer. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf(END, Math.max(0, head.length() - END.length())) < 0) {
            int next = in.read();
            if (next < 0 || head.length() == LONGEST_HEAD) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private boolean isOurs(String head) {
        return head.startsWith("CONNECT ")
                && head.lines().anyMatch(line -> line.equalsIgnoreCase("Proxy-Authorization: " + header()));
    }

    private static void write(Socket to, String text) throws IOException {
        OutputStream out = to.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** When one side is done, both are closed: TLS says by itself where its content ends. */
    private static void handOn(Socket from, Socket to) {
        try (to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // the other side went away
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use any more
        }
    }
}

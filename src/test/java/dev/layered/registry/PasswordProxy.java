package dev.layered.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy of this machine that asks for a user and a password; whatever host it is asked for, it asks one server. */
public final class PasswordProxy implements AutoCloseable {

    private final ServerSocket socket;
    private final int server;
    private final String expected;
    private final List<String> passed = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();

    private PasswordProxy(int server, String login) throws IOException {
        this.server = server;
        this.expected = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        this.socket = new ServerSocket(0, 0, InetAddress.getByName("127.0.0.1"));
        workers.execute(this::accept);
    }

    /** Opens one before the port of a server; {@code login} is user, colon and password. */
    public static PasswordProxy before(int server, String login) throws IOException {
        return new PasswordProxy(server, login);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Returns the first words of what was let through, such as {@code CONNECT registry.example.com:443}. */
    public List<String> passed() {
        return List.copyOf(passed);
    }

    /** Returns the same of what was not. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                workers.execute(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket behind = new Socket(InetAddress.getByName("127.0.0.1"), server)) {
            List<String> head = head(client.getInputStream()).lines().toList();
            String asked = head.get(0).replaceFirst(" HTTP/1.1", "");
            String header = "Proxy-Authorization: " + expected;
            if (head.stream().noneMatch(header::equalsIgnoreCase)) {
                refused.add(asked);
                write(client, "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
                return;
            }
            passed.add(asked);
            if (asked.startsWith("CONNECT ")) {
                write(client, "HTTP/1.1 200 connected\r\n\r\n");
            } else {
                List<String> rest = head.stream()
                        .filter(line -> !line.equalsIgnoreCase(header) && !line.isEmpty())
                        .toList();
                write(behind, String.join("\r\n", rest) + "\r\nConnection: close\r\n\r\n");
            }
            workers.execute(() -> pipe(client, behind));
            behind.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // one of the two went away, and both are closed
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void write(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        to.getOutputStream().flush();
    }

    private static void pipe(Socket from, Socket to) {
        try (to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // the server went away
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        workers.shutdownNow();
    }
}

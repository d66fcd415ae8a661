package dev.layered.registry;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A port before a server of the tests: hands all bytes on, both ways.
 *
 * <p>Who asks it as a proxy for TLS gets to the server as well, whatever the host. Before a server without TLS it
 * breaks TLS off, which Java's own server would wait for.
 */
public final class Front implements Closeable {

    private static final int TLS = 0x16;
    private static final int CHUNK = 1 << 16;

    private final ServerSocket socket;
    private final int server;
    private final boolean isTls;
    private final ExecutorService workers = Executors.newCachedThreadPool();

    private final AtomicLong up = new AtomicLong();
    private final AtomicLong down = new AtomicLong();

    private Front(int server, boolean isTls) throws IOException {
        this.server = server;
        this.isTls = isTls;
        this.socket = new ServerSocket(0, 0, InetAddress.getByName("127.0.0.1"));
        workers.execute(this::accept);
    }

    /** Opens a port before the port of a server. */
    public static Front before(int server, boolean isTls) throws IOException {
        return new Front(server, isTls);
    }

    /** Returns the port. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Returns how many bytes went to the server so far. */
    public long up() {
        return up.get();
    }

    /** Returns how many bytes came from the server so far. */
    public long down() {
        return down.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                workers.execute(() -> connect(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void connect(Socket client) {
        try (client;
                Socket behind = new Socket(InetAddress.getByName("127.0.0.1"), server)) {
            client.setTcpNoDelay(true);
            behind.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            int first = peek(in);
            if (first == 'C') {
                openTunnel(in, client.getOutputStream());
                first = peek(in);
            }
            if (first == TLS && !isTls) {
                return;
            }
            workers.execute(() -> pipe(in, behind));
            handOn(behind.getInputStream(), client.getOutputStream(), down);
        } catch (IOException e) {
            // one of the two went away, and both are closed
        }
    }

    private static int peek(InputStream in) throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        return first;
    }

    private static void openTunnel(InputStream in, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        out.write("HTTP/1.1 200 connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private void pipe(InputStream in, Socket to) {
        try (to) {
            handOn(in, to.getOutputStream(), up);
        } catch (IOException e) {
            // the server went away
        }
    }

    private static void handOn(InputStream in, OutputStream out, AtomicLong count) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            out.write(chunk, 0, read);
            count.addAndGet(read);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        workers.shutdownNow();
    }
}

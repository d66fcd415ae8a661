package dev.layered.registry;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers whatever comes with the same text, and closes. */
final class TextServer implements Closeable {

    private final ServerSocket socket;
    private final String text;

    private TextServer(String text) throws IOException {
        this.text = text;
        this.socket = new ServerSocket(0, 0, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::answer);
        thread.setDaemon(true);
        thread.start();
    }

    static TextServer start(String text) throws IOException {
        return new TextServer(text);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void answer() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                client.getInputStream().read(new byte[1 << 16]);
                client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                // closed, by the test or by who asked
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

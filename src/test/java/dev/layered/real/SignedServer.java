package dev.layered.real;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server with TLS on this machine, whose certificate a private authority signed; made by the JDK's keytool. */
public final class SignedServer implements AutoCloseable {

    private static final String PASSWORD = "changeit";
    private static final int SECONDS = 60;

    private final Path folder;
    private final HttpsServer server;

    private SignedServer(Path folder, HttpsServer server) {
        this.folder = folder;
        this.server = server;
    }

    /** Makes the authority in that folder: its certificate is {@code authority.pem}, and its key signs a server's. */
    public static void makeAuthority(Path folder) throws IOException {
        Files.createDirectories(folder);
        keytool(
                folder,
                "authority",
                "-genkeypair",
                "-dname",
                "CN=Example Root",
                "-validity",
                "30",
                "-ext",
                "BC=ca:true");
        keytool(folder, "authority", "-exportcert", "-rfc", "-file", "authority.pem");
        keytool(folder, "server", "-genkeypair", "-dname", "CN=localhost", "-validity", "30");
        keytool(folder, "server", "-certreq", "-file", "server.csr");
        keytool(
                folder,
                "authority",
                "-gencert",
                "-rfc",
                "-infile",
                "server.csr",
                "-outfile",
                "server.pem",
                "-ext",
                "SAN=ip:127.0.0.1,dns:localhost");
        Path chain = folder.resolve("chain.pem");
        Files.writeString(
                chain,
                Files.readString(folder.resolve("server.pem")) + Files.readString(folder.resolve("authority.pem")));
        keytool(folder, "server", "-importcert", "-noprompt", "-trustcacerts", "-file", "chain.pem");
    }

    private static void keytool(Path folder, String alias, String command, String... options) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        words.addAll(List.of(command, "-alias", alias, "-keystore", alias + ".p12", "-storetype", "PKCS12"));
        words.addAll(List.of("-storepass", PASSWORD));
        if (command.equals("-genkeypair")) {
            words.addAll(List.of("-keyalg", "EC"));
        }
        words.addAll(List.of(options));
        ToolRun.of(folder, SECONDS, Map.of(), words);
    }

    /** Starts the server that the authority of that folder signed; it answers {@code trusted}. */
    public static SignedServer start(Path folder) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(folder.resolve("server.p12"))));
        server.createContext("/", exchange -> {
            byte[] answer = "trusted".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return new SignedServer(folder, server);
    }

    private static SSLContext context(Path store) throws IOException {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Returns the certificate of the authority. */
    public Path authority() {
        return folder.resolve("authority.pem");
    }

    /** Returns where the server answers. */
    public String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

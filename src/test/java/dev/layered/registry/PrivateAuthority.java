package dev.layered.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate that nobody vouches for but itself, made by the JDK's keytool. */
public final class PrivateAuthority {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path store;
    private final KeyStore keys;

    private PrivateAuthority(Path store, KeyStore keys) {
        this.store = store;
        this.keys = keys;
    }

    /** Makes one for this machine and a host, in that folder. */
    public static PrivateAuthority in(Path folder, String host) throws IOException {
        Path store = folder.resolve("keys.p12");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "own"));
        command.addAll(List.of("-keyalg", "EC", "-dname", "CN=" + host, "-validity", "30", "-storetype", "PKCS12"));
        command.addAll(List.of("-ext", "SAN=dns:" + host + ",dns:localhost,ip:127.0.0.1", "-ext", "BC=ca:true"));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", new String(PASSWORD)));
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        try (InputStream in = awaited(keytool, store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD);
            return new PrivateAuthority(store, keys);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static InputStream awaited(Process keytool, Path store) throws IOException {
        try {
            if (!keytool.waitFor(60, TimeUnit.SECONDS)) {
                keytool.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Files.newInputStream(store);
    }

    /** Returns what a server needs that shows the certificate. */
    public SSLContext server() throws IOException {
        try {
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Writes the certificate in PEM form beside its keys and returns the file. */
    public Path certificate() throws IOException {
        try {
            return pem("own.pem", "CERTIFICATE", keys.getCertificate("own").getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Writes the private key in PEM form beside its keys and returns the file. */
    public Path key() throws IOException {
        try {
            return pem("own.key", "PRIVATE KEY", keys.getKey("own", PASSWORD).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private Path pem(String name, String kind, byte[] bytes) throws IOException {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        String text = "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
        return Files.writeString(store.resolveSibling(name), text, StandardCharsets.US_ASCII);
    }
}

package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/** Which certificates a TLS connection accepts. */
final class Trust {

    private Trust() {}

    /** Returns what trusts the certificates of a PEM file besides those that Java trusts. */
    static SSLContext in(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> own =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (own.isEmpty()) {
                throw unusable(file, "it holds none", null);
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (X509Certificate usual : usual()) {
                store.setCertificateEntry("usual-" + store.size(), usual);
            }
            for (Certificate certificate : own) {
                store.setCertificateEntry("own-" + store.size(), certificate);
            }
            return context(managers(store));
        } catch (CertificateException e) {
            throw unusable(file, "it is no PEM file", e);
        } catch (IOException e) {
            throw unusable(file, "it cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    /** Returns what makes no connection; Java makes itself ready for TLS unless it is given this. */
    static SSLContext none() {
        return new SSLContext(new NoTls(), null, "none") {};
    }

    /** Returns what accepts any certificate. */
    static SSLContext all() {
        try {
            return context(new TrustManager[] {new Anybody()});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    private static SSLContext context(TrustManager[] managers) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers, null);
        return context;
    }

    private static X509Certificate[] usual() throws GeneralSecurityException {
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager trusted) {
                return trusted.getAcceptedIssuers();
            }
        }
        return new X509Certificate[0];
    }

    private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static LayeredFailure unusable(Path file, String reason, Exception cause) {
        Problem problem = new Problem(
                "registry-authority",
                "The file " + Shown.quoted(file) + " gives no certificates: " + reason + ".",
                Shown.text(file.toString()),
                "name a file with certificates in PEM form, -----BEGIN CERTIFICATE-----");
        return LayeredFailure.outside(problem, cause);
    }

    /** An extended trust manager, because Java checks the host's name beside any other kind. */
    private static final class Anybody extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import java.io.IOException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;

/** Tells failures of TLS that another try would not mend from those that it may. */
final class TlsFailure {

    private TlsFailure() {}

    /**
     * Returns if the failure may pass.
     *
     * @throws LayeredFailure {@code registry-certificate}, {@code registry-not-tls}
     */
    static void throwIfLasting(IOException failure, HttpCall call) {
        String host = call.uri().getRawAuthority();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException || cause instanceof CertPathValidatorException) {
                throw problem(
                        "registry-certificate",
                        "The certificate of " + Shown.quoted(host) + " is not trusted: " + Reason.of(cause) + ".",
                        "give the file of its certificate authority in <registryCertificates>, or name " + host
                                + " in <allowInsecureRegistries>",
                        call,
                        failure);
            }
            if (cause instanceof SSLException
                    && String.valueOf(cause.getMessage()).contains("SSL message")) {
                throw problem(
                        "registry-not-tls",
                        Shown.quoted(host) + " does not speak TLS.",
                        "name " + host + " in <allowInsecureRegistries> if it may be spoken to without encryption",
                        call,
                        failure);
            }
        }
    }

    private static LayeredFailure problem(String id, String what, String fix, HttpCall call, IOException cause) {
        return LayeredFailure.outside(new Problem(id, what, call.text(), fix), cause);
    }
}

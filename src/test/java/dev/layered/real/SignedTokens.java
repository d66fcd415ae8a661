package dev.layered.real;

import dev.layered.registry.PrivateAuthority;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** JSON web tokens (RFC 7519) for a registry, signed with a key that is made for them and shown with its certificate. */
final class SignedTokens implements AutoCloseable {

    static final String ISSUER = "issuer-of-the-test";

    private static final int SECONDS = 300;

    private final Path folder;
    private final Path certificate;
    private final String shown;
    private final ECPrivateKey key;

    private SignedTokens(Path folder) throws IOException, GeneralSecurityException {
        PrivateAuthority authority = PrivateAuthority.in(folder, "tokens.example.com");
        this.folder = folder;
        this.certificate = authority.certificate();
        this.shown = Base64.getEncoder().encodeToString(decoded(certificate));
        this.key = (ECPrivateKey)
                KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(decoded(authority.key())));
    }

    static SignedTokens create() throws IOException {
        try {
            return new SignedTokens(Files.createTempDirectory("tokens"));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static byte[] decoded(Path pem) throws IOException {
        String text = Files.readString(pem);
        return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    }

    /** Returns the file of the certificate that a registry has to know. */
    Path certificate() {
        return certificate;
    }

    /** Returns a token that allows what a JSON array lists (distribution project, token authentication). */
    String token(String access) throws IOException {
        int bits = key.getParams().getCurve().getField().getFieldSize();
        Instant now = Instant.now();
        String header = "{\"typ\":\"JWT\",\"alg\":\"ES" + bits + "\",\"x5c\":[\"" + shown + "\"]}";
        String claims = "{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"registry\",\"exp\":%d,\"nbf\":%d,\"iat\":%d,"
                .formatted(
                        ISSUER,
                        DockerRegistry.USER,
                        now.getEpochSecond() + SECONDS,
                        now.getEpochSecond() - SECONDS,
                        now.getEpochSecond());
        String signed = encoded(header) + "."
                + encoded(claims + "\"jti\":\"" + UUID.randomUUID() + "\",\"access\":" + access + "}");
        try {
            Signature signature = Signature.getInstance("SHA" + bits + "withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static String encoded(String json) {
        return encoded(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() throws IOException {
        Folder.delete(folder);
    }
}

package dev.layered.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PemBundleTest {

    private static final TrustedCertificate FIRST = SampleCertificate.trusted("first", "CN=First, O=Größe");
    private static final TrustedCertificate SECOND = SampleCertificate.trusted("second", "CN=Second");

    @Test
    void withAddsWhatIsNotThereBehindABundleThatStaysAsItIs() {
        String bundle = "# of the base\r\n" + SECOND.pem().strip();

        String all = with(List.of(FIRST, SECOND, FIRST), bundle);

        assertThat(all).isEqualTo(bundle + "\n# CN=First,O=Gr\\u00f6\\u00dfe\n" + FIRST.pem());
    }

    @Test
    void withAddsNothingToABundleThatHasAll() {
        String bundle = FIRST.pem().strip() + "\r\n" + SECOND.pem().strip();

        assertThat(with(List.of(SECOND, FIRST), bundle)).isEqualTo(bundle);
    }

    @Test
    void withOfAnEmptyBundleIsOursInOrder() {
        assertThat(with(List.of(SECOND, FIRST), ""))
                .startsWith("# CN=Second\n" + SECOND.pem() + "# CN=First")
                .endsWith(FIRST.pem());
    }

    @Test
    void certificatesPassesOverWhatIsDamaged() {
        String bundle = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n" + FIRST.pem() + FIRST.pem();

        assertThat(PemBundle.certificates(bundle.getBytes(StandardCharsets.US_ASCII)))
                .containsExactly(FIRST.x509());
    }

    private static String with(List<TrustedCertificate> more, String bundle) {
        byte[] all = PemBundle.with(more, bundle.getBytes(StandardCharsets.US_ASCII));
        return new String(all, StandardCharsets.US_ASCII);
    }
}

package dev.layered.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CertificateNamesTest {

    private final CertificateNames names = new CertificateNames();

    @Test
    void ofMakesNamesSafe() {
        assertThat(names.of("Große CA (2).crt", "")).isEqualTo("Gro-e-CA-2");
        assertThat(names.of("..pem", "")).isEqualTo("certificate");
        assertThat(names.of("corp.root.pem", "-3")).isEqualTo("corp.root-3");
        assertThat(names.of("x".repeat(200) + ".pem", "-3")).hasSize(102).endsWith("x-3");
    }

    @Test
    void ofGivesEachNameOnce() {
        assertThat(names.of("ca.pem", "")).isEqualTo("ca");
        assertThat(names.of("ca.pem", "-2")).isEqualTo("ca-2");
        assertThat(names.of("ca.crt", "")).isEqualTo("ca-3");
    }
}

package dev.layered.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Digest;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ImageInfoTest {

    private static final String TITLE = ImageInfo.PREFIX + "title";
    private static final String VERSION = ImageInfo.PREFIX + "version";
    private static final Map<String, String> BASE = Map.of(TITLE, "ubuntu", VERSION, "24.04", "vendor", "Canonical");
    private static final Map<String, String> OWN = Map.of(TITLE, "Cart");

    @Test
    void betweenWhenItIsWholeTakesOverNothingThatTheBaseSaysOfItself() {
        assertThat(new ImageInfo(OWN, true).between(BASE, Map.of()))
                .isEqualTo(Map.of(TITLE, "Cart", "vendor", "Canonical"));
    }

    @Test
    void betweenWhenItIsNotWholeAddsToWhatTheBaseSays() {
        assertThat(new ImageInfo(OWN, false).between(BASE, Map.of()))
                .isEqualTo(Map.of(TITLE, "Cart", VERSION, "24.04", "vendor", "Canonical"));
        assertThat(ImageInfo.NONE.between(BASE, Map.of())).isEqualTo(BASE);
    }

    @Test
    void betweenPutsWhatIsWantedAboveAll() {
        assertThat(new ImageInfo(OWN, true).between(BASE, Map.of(TITLE, "Shop", "vendor", "", "more", "")))
                .isEqualTo(Map.of(TITLE, "Shop", "vendor", "", "more", ""));
    }

    @Test
    void betweenWhenAnEmptyValueIsWantedLeavesThePredefinedNameOut() {
        assertThat(new ImageInfo(OWN, true).between(Map.of(), Map.of(TITLE, "")))
                .isEmpty();
        assertThat(ImageInfo.NONE.between(BASE, Map.of(TITLE, ""))).containsOnlyKeys(VERSION, "vendor");
    }

    @Test
    void onNamesTheBaseWhereItIsWhole() {
        Digest digest = Digest.of(new byte[0]);
        assertThat(new ImageInfo(OWN, true)
                        .on("docker.io/library/java:21", digest)
                        .values())
                .isEqualTo(Map.of(
                        TITLE,
                        "Cart",
                        ImageInfo.PREFIX + "base.name",
                        "docker.io/library/java:21",
                        ImageInfo.PREFIX + "base.digest",
                        digest.text()));
        assertThat(new ImageInfo(OWN, false).on("java", digest).values()).isEqualTo(OWN);
    }
}

package dev.layered.registry;

import static dev.layered.registry.RegistryFixture.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.image.OciJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReferrersTest {

    private static final Digest SUBJECT = manifest("subject").digest();
    private static final Descriptor SBOM = manifest("sbom").descriptor();
    private static final Descriptor SIGNATURE = manifest("signature").descriptor();

    private RegistryFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = RegistryFixture.start();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private List<Descriptor> referrers() {
        return fixture.repository("shop/cart").referrers(SUBJECT);
    }

    private static byte[] index(Descriptor... manifests) {
        return OciJson.document(OciJson.index(List.of(manifests), Map.of())).bytes();
    }

    private static Reply page(Descriptor... manifests) {
        return Reply.of(200).with("Content-Type", MediaType.OCI_INDEX).body(index(manifests));
    }

    @Test
    void referrersWhenRegistryListsThemAreThose() {
        fixture.registry.always("GET", "referrers/" + SUBJECT, Reaction.reply(page(SBOM, SIGNATURE)));
        assertThat(referrers()).containsExactly(SBOM, SIGNATURE);
        assertThat(fixture.registry.count("GET", "manifests")).isZero();
    }

    @Test
    void referrersWhenThereAreSeveralPagesAreThoseOfAll() {
        Reply first = page(SBOM).with("Link", "</v2/shop/cart/referrers/" + SUBJECT + "?last=1>; rel=\"next\"");
        fixture.registry.always("GET", "last=1", Reaction.reply(page(SIGNATURE)));
        fixture.registry.always("GET", "referrers/", Reaction.reply(first));
        assertThat(referrers()).containsExactly(SBOM, SIGNATURE);
    }

    @Test
    void referrersWhenPagesNeverEndEnd() {
        Reply same = page(SBOM).with("Link", "<?again>; rel=\"next\"");
        fixture.registry.always("GET", "referrers/", Reaction.reply(same));
        assertThat(referrers()).hasSize(100);
    }

    @Test
    void referrersWhenRegistryListsNoneAreThoseUnderTheTag() {
        fixture.registry.contents().manifest("shop/cart", "sha256-" + SUBJECT.hex(), MediaType.OCI_INDEX, index(SBOM));
        assertThat(referrers()).containsExactly(SBOM);
    }

    @Test
    void referrersWhenNobodyKnowsAnyAreNone() {
        assertThat(referrers()).isEmpty();
    }
}

package dev.layered.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layered.image.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {

    private static final Digest KEY = Digest.of(new byte[] {1});

    @TempDir
    Path folder;

    private final Warnings warnings = new Warnings();
    private Facts facts;
    private Path file;

    @BeforeEach
    void openStore() {
        facts = Store.open(folder.resolve("store"), folder.resolve("fallback"), warnings)
                .facts();
        file = folder.resolve("store/v1/facts/layer").resolve(KEY.hex());
    }

    @Test
    void readWhenNeverWrittenIsMiss() {
        assertThat(facts.read("layer", KEY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "one line", "two\nlines\n", "grün 東京"})
    void readWhenWrittenGivesText(String text) {
        facts.write("layer", KEY, "former");
        facts.write("layer", KEY, text);
        assertThat(facts.read("layer", KEY)).contains(text);
        assertThat(facts.read("stat", KEY)).isEmpty();
        assertThat(facts.read("layer", Digest.of(new byte[] {2}))).isEmpty();
    }

    @Test
    void readWhenEmptyIsMissAndNextWriteReplaces() throws IOException {
        damage(new byte[0]);
    }

    @Test
    void readWhenRandomIsMissAndNextWriteReplaces() throws IOException {
        byte[] random = new byte[3_000_000];
        new Random(5).nextBytes(random);
        damage(random);
    }

    @Test
    void readWhenCutIsMissAndNextWriteReplaces() throws IOException {
        facts.write("layer", KEY, "some text that is long enough");
        byte[] whole = Files.readAllBytes(file);
        damage(java.util.Arrays.copyOf(whole, whole.length - 1));
    }

    @Test
    void readWhenBitFlippedIsMissAndNextWriteReplaces() throws IOException {
        facts.write("layer", KEY, "some text that is long enough");
        byte[] flipped = Files.readAllBytes(file);
        flipped[flipped.length - 2] ^= 1;
        damage(flipped);
    }

    @Test
    void readWhenOfFutureVersionIsMissAndNextWriteReplaces() throws IOException {
        facts.write("layer", KEY, "text");
        damage(Files.readString(file)
                .replace("layered-fact-1", "layered-fact-2")
                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readWhenFactOfAnotherKeyIsMiss() throws IOException {
        facts.write("layer", KEY, "text");
        Digest other = Digest.of(new byte[] {2});
        Files.copy(file, file.resolveSibling(other.hex()));
        assertThat(facts.read("layer", other)).isEmpty();
    }

    @Test
    void readWhenDirectoryIsMiss() throws IOException {
        Files.createDirectories(file.resolve("inner"));
        assertThat(facts.read("layer", KEY)).isEmpty();
    }

    @Test
    void writeWhenImpossibleWarnsOnce() throws IOException {
        Files.createDirectories(file.resolve("inner"));
        facts.write("layer", KEY, "text");
        facts.write("layer", KEY, "text");
        assertThat(warnings.texts()).hasSize(1);
        assertThat(warnings.texts().get(0)).startsWith("The local store keeps no facts: '" + file + "' cannot be");
    }

    @Test
    void readWhenKindIsNoWordFails() {
        assertThatThrownBy(() -> facts.read("../x", KEY)).isInstanceOf(IllegalArgumentException.class);
    }

    private void damage(byte[] with) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, with);
        assertThat(facts.read("layer", KEY)).isEmpty();
        facts.write("layer", KEY, "good");
        assertThat(facts.read("layer", KEY)).contains("good");
        assertThat(warnings.texts()).isEmpty();
    }
}

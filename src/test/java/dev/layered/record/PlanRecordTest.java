package dev.layered.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Platform;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.Launch;
import dev.layered.plan.LayerRule.Trait;
import dev.layered.plan.SampleContents;
import dev.layered.plan.SamplePlan;
import dev.layered.plan.SampleRule;
import dev.layered.plan.StandardLayer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanRecordTest {

    @TempDir
    private Path folder;

    private SamplePlan plan;

    @BeforeEach
    void planEveryReason() {
        plan = SamplePlan.in(folder)
                .made(StandardLayer.START, "app/classpath", "/app/classes")
                .artifacts(3, "g:a:1", "x:b:1 runtime", "h:c:1", "j:s:2-SNAPSHOT", "k:m:1 module")
                .tree("> g:a h:c\ng:a > x:b")
                .rules(
                        SampleRule.named("g", "g").being(Trait.TRANSITIVE),
                        SampleRule.named("all-a", "*:a", "no:*:jar::2*").being(Trait.OPTIONAL),
                        SampleRule.named("rest").on("linux/amd64").being(Trait.CATCH_ALL))
                .on("linux/amd64", "linux/arm64");
    }

    private String record() {
        return new String(Json.pretty(SampleRecord.json(plan, folder)), UTF_8);
    }

    /** Only times and inodes are the machine's. */
    private static String everywhere(String record) {
        return record.replaceAll("\"modified\": \"[^\"]+Z\"", "\"modified\": \"TIME\"")
                .replaceAll("\"inode\": [0-9]+", "\"inode\": 0");
    }

    private static String golden() throws IOException {
        try (InputStream in = PlanRecordTest.class.getResourceAsStream("plan.json")) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    @Test
    void writeTellsRulesLayersArtifactsReasonsAndInputs() throws IOException {
        assertThat(everywhere(record())).isEqualTo(golden());
    }

    @Test
    void writeTwiceGivesTheSameBytes() {
        assertThat(record()).isEqualTo(record());
    }

    private String configuration() {
        return Json.parse(record().getBytes(UTF_8), "the record").requiredText("configuration");
    }

    private JsonObject settings(ImagePlan wanted) {
        return SampleRecord.json(wanted, folder).requiredObject("settings");
    }

    @Test
    void settingsTellTheEntrypointThatAllPlatformsHaveOrThatOfEach() {
        SamplePlan sample = SamplePlan.in(folder).on("linux/amd64", "linux/arm64");
        assertThat(settings(sample.plan()).fields()).doesNotContainKeys("entrypoint", "entrypoints");

        Launch.Command java = new Launch.Command.Java(List.of(), false, "App");
        ImagePlan same = sample.launch(new Launch("app/classpath", List.of("/app/classes"), Optional.of(java)))
                .plan();
        List<String> words = List.of("java", "-cp", "@/app/classpath", "App");
        assertThat(settings(same).texts("entrypoint")).contains(words);
        assertThat(settings(same).fields()).doesNotContainKey("entrypoints");

        ImagePlan different = SampleContents.changed(same, Platform.LINUX_AMD64, path -> path.with(List.of("-Xmx1g")));
        JsonObject each = settings(different).requiredObject("entrypoints");
        assertThat(each.texts("linux/amd64")).contains(List.of("java", "-Xmx1g", "-cp", "@/app/classpath", "App"));
        assertThat(each.texts("linux/arm64")).contains(words);
        assertThat(settings(different).texts("entrypoint")).isEmpty();
    }

    @Test
    void configurationChangesWithARuleAndNotWithAnInput() {
        String before = configuration();
        plan.file(StandardLayer.CLASSES, "app/classes/App.class", "changed");
        assertThat(configuration()).isEqualTo(before);
        plan.rules(SampleRule.named("g", "g"));
        assertThat(configuration()).isNotEqualTo(before);
    }
}

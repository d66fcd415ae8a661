package dev.layered.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SuggestFilesTest {

    @TempDir
    private Path folder;

    @Test
    void xmlWhenReplayedTellsOfEachLayer() {
        assertThat(String.join("\n", SuggestFiles.xml(SampleSuggestion.moving(1, 19))))
                .isEqualTo("""
                        <depLayers>
                          <depLayer>  <!-- 1.2 MB, 1 jar, changed in 3 of 19 -->
                            <name>org.a</name>
                            <includes>
                              <include>org.a:*</include>
                            </includes>
                            <excludes>
                              <exclude>*:*:*-SNAPSHOT</exclude>
                            </excludes>
                          </depLayer>
                          <depLayer>  <!-- 0.1 MB, 12 jars, changed in 0 of 19 -->
                            <name>others</name>
                            <catchAll>true</catchAll>
                          </depLayer>
                        </depLayers>""");
    }

    @Test
    void xmlWhenNothingWasReplayedTellsNoChanges() {
        assertThat(SuggestFiles.xml(SampleSuggestion.moving(1, 0)).get(1))
                .isEqualTo("  <depLayer>  <!-- 1.2 MB, 1 jar -->");
    }

    @Test
    void filesWhenWrittenHoldEveryFigure() throws IOException {
        SuggestFiles.write(SampleSuggestion.moving(2_900_000, 19), folder);
        assertThat(folder.resolve("suggest.xml"))
                .content()
                .startsWith("<depLayers>\n")
                .endsWith("</depLayers>\n");
        JsonObject json = Json.parse(Files.readAllBytes(folder.resolve("suggest.json")), "suggest.json");
        String text = Files.readString(folder.resolve("suggest.json"));
        assertThat(json.fields()).containsKeys("schema", "releases", "ways", "depLayers", "warnings");
        assertThat(text)
                .contains("\"keepAutomatic\": true", "\"chain\": 12345678", "\"changes\": 3", "\"catchAll\": true");
    }
}

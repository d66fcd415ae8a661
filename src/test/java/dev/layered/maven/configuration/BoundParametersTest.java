package dev.layered.maven.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.junit.jupiter.api.Test;

final class BoundParametersTest {

    private final OneGoal goal = new OneGoal();

    private Map<String, Object> values() throws Exception {
        MojoDescriptor descriptor = new MojoDescriptor();
        List<Parameter> parameters = new ArrayList<>();
        for (String name : List.of("from", "to", "layout", "labels", "project", "own", "targets", "variants")) {
            Parameter parameter = new Parameter();
            parameter.setName(name);
            parameter.setEditable(!name.equals("project"));
            parameters.add(parameter);
        }
        descriptor.setParameters(parameters);
        return BoundParameters.of(goal, descriptor);
    }

    @Test
    void ofHoldsWhatGoalsShareAndMayBeSet() throws Exception {
        goal.labels = Map.of("team", "shop");
        goal.layout = "always";
        goal.from.image = "scratch";
        goal.from.platforms = List.of(new Platform("linux/arm64"));
        assertThat(values())
                .containsOnlyKeys("from", "labels", "variants")
                .containsEntry("labels", Map.of("team", "shop"))
                .containsEntry("from", Map.of("image", "scratch", "platforms", List.of(Map.of("text", "linux/arm64"))));
    }

    @Test
    void ofHoldsNoSecretsAndNoNames() throws Exception {
        goal.from.auth = "secret";
        goal.from.credHelper = "secret";
        goal.from.server = "secret";
        goal.to = "secret";
        assertThat(values().toString()).doesNotContain("secret");
    }

    @Test
    void ofHoldsOfAVariantWhatDecidesItsImage() throws Exception {
        Variant variant = new Variant();
        variant.name = "cuda";
        variant.skip = true;
        variant.tags = List.of("secret");
        variant.from.image = "scratch";
        variant.from.auth = "secret";
        variant.from.credHelper = "secret";
        variant.from.server = "secret";
        goal.variants = List.of(variant);
        goal.targets = "secret";
        assertThat(values())
                .containsOnlyKeys("from", "labels", "variants")
                .containsEntry(
                        "variants",
                        List.of(Map.of("name", "cuda", "from", Map.of("image", "scratch", "platforms", "null"))));
    }

    @Test
    void ofDiffersWithAValueThatOnlyAShortFormHolds() throws Exception {
        goal.from.platforms = List.of(new Platform("linux/arm64"));
        String before = values().toString();
        goal.from.platforms = List.of(new Platform("linux/amd64"));
        assertThat(Stream.of(values().toString())).doesNotContain(before);
    }

    static class SharedParameters implements ConfigurationReceiver {
        From from = new From();
        String to;
        String layout;
        Map<String, String> labels;
        String targets;
        List<Variant> variants;
        Object project = "never";

        @Override
        public void received(ReadConfiguration read) {}
    }

    static final class OneGoal extends SharedParameters {
        String own = "only of this goal";
    }

    static final class From {
        String image;
        String auth;
        String credHelper;
        String server;
        List<Platform> platforms;
    }

    static final class Variant {
        String name;
        boolean asDefault;
        boolean skip;
        List<String> tags;
        From from = new From();
    }

    static final class Platform {
        private final transient String text;

        Platform(String text) {
            this.text = text;
        }
    }
}

package dev.layered.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.layer.Content;
import dev.layered.plan.Launch.Command;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What starts an application, of the class path that it is started by. */
final class LaunchTest {

    private static final List<String> HEAD = List.of("/more", "/app/resources", "/app/classes");
    private static final String ALL = "/more:/app/resources:/app/classes:/app/libs/z.jar:/app/libs/a.jar";

    private static ClassPath path(String file, Command command) {
        List<PlacedArtifact> artifacts = List.of(placed("g:z:1", "app/libs/z.jar"), placed("g:a:1", "app/libs/a.jar"));
        return new ClassPath(artifacts, List.of(), Optional.of(new Launch(file, HEAD, Optional.ofNullable(command))));
    }

    private static PlacedArtifact placed(String artifact, String path) {
        return PlacedArtifact.of(SampleArtifact.of(artifact), path);
    }

    private static Command java(boolean isExpanded, String... flags) {
        return new Command.Java(List.of(flags), isExpanded, "shop.Main");
    }

    private static String text(ClassPath path) {
        PlacedFile file = path.file().orElseThrow();
        return new String(((Content.OfBytes) file.entry().content()).bytes(), UTF_8);
    }

    @Test
    void fileHoldsTheHeadAndTheArtifactsInTheirOrder() {
        PlacedFile file = path("app/classpath", java(false)).file().orElseThrow();
        assertThat(file.layer()).isEqualTo("start");
        assertThat(file.entry().path()).isEqualTo("app/classpath");
        assertThat(file.from()).isEqualTo("classpath");
        assertThat(file.overrides()).isFalse();
        assertThat(text(path("app/classpath", java(false)))).isEqualTo(ALL);
    }

    @Test
    void fileQuotesWhatTheLauncherWouldSplit() {
        ClassPath path = path("my app/classpath", null)
                .moved(placed -> PlacedArtifact.of(
                        placed.artifact(), "my " + placed.entry().path()));
        assertThat(text(path)).isEqualTo("\"" + ALL.replace("/app/libs", "/my app/libs") + "\"");
    }

    @Test
    void entrypointNamesTheArgumentFileAndPutsFlagsBeforeIt() {
        assertThat(path("app/classpath", java(false, "-Xmx1g", "-Dx=a b")).entrypoint())
                .contains(List.of("java", "-Xmx1g", "-Dx=a b", "-cp", "@/app/classpath", "shop.Main"));
        assertThat(path("classpath", java(false)).entrypoint())
                .contains(List.of("java", "-cp", "@/classpath", "shop.Main"));
    }

    @Test
    void entrypointWhenItIsExpandedHoldsTheClassPathWithoutQuotes() {
        assertThat(path("app/classpath", java(true)).entrypoint()).contains(List.of("java", "-cp", ALL, "shop.Main"));
        ClassPath odd = path("app/classpath", java(true)).moved(placed -> placed.inBase("opt/my libs/x.jar"));
        assertThat(odd.entrypoint().orElseThrow().get(2))
                .isEqualTo("/more:/app/resources:/app/classes:/opt/my libs/x.jar:/opt/my libs/x.jar");
    }

    @Test
    void entrypointWhenTheWordsAreTheUsersIsThese() {
        ClassPath path = path("app/classpath", new Command.Words(List.of("/bin/run", "x")));
        assertThat(path.entrypoint()).contains(List.of("/bin/run", "x"));
        assertThat(text(path)).isEqualTo(ALL);
    }

    @Test
    void entrypointWhenNothingIsExecutedIsNoneAndTheFileIsThere() {
        ClassPath path = path("app/classpath", null);
        assertThat(path.entrypoint()).isEmpty();
        assertThat(text(path)).isEqualTo(ALL);
    }

    @Test
    void classPathWithoutALaunchHasNeither() {
        ClassPath path = ClassPath.of(List.of(placed("g:a:1", "app/libs/a.jar")));
        assertThat(path.entrypoint()).isEmpty();
        assertThat(path.file()).isEmpty();
        assertThat(path.with(List.of("-Xmx1g"))).isEqualTo(path);
    }

    @Test
    void withPutsFlagsBeforeThoseOfTheConfigurationAndChangesNoOtherCommand() {
        ClassPath path = path("app/classpath", java(false, "-Xmx1g"));
        assertThat(path.with(List.of("-a", "-b")).entrypoint())
                .contains(List.of("java", "-a", "-b", "-Xmx1g", "-cp", "@/app/classpath", "shop.Main"));
        assertThat(path.with(List.of("-a", "-b")).file()).isEqualTo(path.file());
        assertThat(path.with(List.of())).isEqualTo(path);
        ClassPath own = path("app/classpath", new Command.Words(List.of("/bin/run")));
        assertThat(own.with(List.of("-a"))).isEqualTo(own);
        ClassPath none = path("app/classpath", null);
        assertThat(none.with(List.of("-a"))).isEqualTo(none);
    }

    @Test
    void oursAreTheArtifactsThatTheBaseHasNot() {
        PlacedArtifact ours = placed("g:a:1", "app/libs/a.jar");
        PlacedArtifact held = placed("g:z:1", "app/libs/z.jar").inBase("opt/z.jar");
        assertThat(ClassPath.of(List.of(held, ours)).ours()).containsExactly(ours);
        assertThat(held.isInBase()).isTrue();
        assertThat(held.entry().path()).isEqualTo("opt/z.jar");
        assertThat(held.artifact()).isEqualTo(SampleArtifact.of("g:z:1"));
    }
}

package dev.layered.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.maven.PastProject.Library;
import dev.layered.plan.Coordinates;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PastProjectTest {

    private static final PastProject PROJECT = new PastProject(
            "app",
            List.of(
                    new Library(
                            new Coordinates("io.netty", "netty", "jar", "linux-x86_64", "4.1"),
                            "jar",
                            "runtime",
                            Optional.empty()),
                    new Library(new Coordinates("shop", "shop", "jar", "", "1"), "jar", "compile", Optional.of(""))));

    @Test
    void textWhenReadIsTheSameProject() {
        assertThat(PastProject.read(PROJECT.text())).contains(PROJECT);
        PastProject atTop = new PastProject("", List.of());
        assertThat(PastProject.read(atTop.text())).contains(atTop);
    }

    @Test
    void textWhenItIsNoneIsNoProject() {
        assertThat(PastProject.read("")).isEmpty();
        assertThat(PastProject.read("app\na\tb\n")).isEmpty();
    }
}

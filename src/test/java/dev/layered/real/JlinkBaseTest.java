package dev.layered.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The base itself is judged first, so that a fault of it is not taken for a fault of what is built upon it. */
@Timeout(180)
class JlinkBaseTest {

    @Test
    void inMakesIndexThatSkopeoReads() throws IOException {
        assumeTrue(JlinkBase.isPossible() && RealTool.areThere("skopeo reads the base image", "skopeo"));
        Path layout = JlinkBase.in(Path.of("target"));

        LayoutReader read = LayoutReader.of(layout);
        assertThat(read.images()).containsOnlyKeys("linux/amd64", "linux/arm64");
        assertThat(Skopeo.digest(layout)).isEqualTo(read.digest());
        assertThat(Skopeo.inspect(layout, "arm64")).containsEntry("Architecture", "arm64");
    }

    @Test
    void inMakesImageInWhichDockerRunsJava() throws IOException {
        assumeTrue(JlinkBase.isPossible() && RealTool.isRoot("Docker runs the base image"));
        assumeTrue(RealTool.areThere("Docker runs the base image", "skopeo", "docker", "dockerd"));

        try (Dockerd docker = Dockerd.start()) {
            docker.load(JlinkBase.in(Path.of("target")), "java:made-here");
            String said = docker.run("java:made-here", "java", "-version");
            assertThat(said).contains(System.getProperty("java.version"));
        }
    }
}

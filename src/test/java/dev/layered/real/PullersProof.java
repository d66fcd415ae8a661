package dev.layered.real;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Has an image on {@link SystemBase} pulled by programs that never heard of the plugin, and compares what they make of
 * it with what the push told, with the plan and with the base.
 */
public final class PullersProof {

    private static final String INSECURE = "--src-tls-verify=false";

    private final String image;
    private final String digest;
    private final PlanFile plan;

    private PullersProof(String image, Path project) throws IOException {
        this.image = image;
        this.digest = PushedImage.of(project.toFile()).digest();
        this.plan = new PlanFile(project.resolve("target/layered/image.plan.json"));
    }

    /** Returns the proof of what the project in that directory pushed under that name last. */
    public static PullersProof of(File project, String image) throws IOException {
        return new PullersProof(image, project.toPath().toAbsolutePath());
    }

    /** Proves that skopeo gets the index as it was told, and all that it names, and that umoci unpacks both platforms. */
    public void skopeoAndUmociPullAll() throws IOException {
        skopeoPullsAll();
        Path work = Files.createTempDirectory("pulled");
        try {
            for (String architecture : List.of("amd64", "arm64")) {
                FileTree found = Umoci.tree("docker://" + image, architecture, work, INSECURE, Skopeo.AS_IT_IS);
                expected(architecture).expect("umoci, " + architecture, found);
            }
        } finally {
            Folder.delete(work);
        }
    }

    /** Proves that skopeo gets the index as it was told, and all that it names. */
    public void skopeoPullsAll() throws IOException {
        LayoutReader.expect(Skopeo.remoteDigest(image).equals(digest), "skopeo inspects another digest");
        Path work = Files.createTempDirectory("pulled");
        try {
            Skopeo.pull(image, "oci:" + work.resolve("all") + ":one");
            LayoutReader copied = LayoutReader.of(work.resolve("all"));
            LayoutReader.expect(copied.digest().equals(digest), "skopeo copied " + copied.digest());
            Set<String> platforms = copied.images().keySet();
            LayoutReader.expect(platforms.equals(Set.of("linux/amd64", "linux/arm64")), "copied " + platforms);
        } finally {
            Folder.delete(work);
        }
    }

    /** Proves that Docker loads an archive of this machine's architecture and unpacks it. */
    public void dockerLoads(Dockerd docker, Path archive) throws IOException {
        docker.load(archive);
        ReadersProof.withoutDockers(expected(JlinkBase.architecture()))
                .expect("Docker", ReadersProof.withoutDockers(docker.tree(image)));
    }

    /** Proves that Podman pulls the image of this machine's architecture and unpacks it. */
    public void podmanPulls() throws IOException {
        try (Podman podman = Podman.start()) {
            expected(JlinkBase.architecture()).expect("Podman", podman.tree(podman.pull("docker://" + image)));
        }
    }

    /** Proves that Docker pulls the image of this machine's architecture under its digest and unpacks it. */
    public void dockerPulls(Dockerd docker) throws IOException {
        String pulled = docker.pull(image);
        LayoutReader.expect(pulled.endsWith("@" + digest), "Docker pulled " + pulled);
        ReadersProof.withoutDockers(expected(JlinkBase.architecture()))
                .expect("Docker", ReadersProof.withoutDockers(docker.tree(image)));
    }

    private FileTree expected(String architecture) throws IOException {
        return SystemBase.files(architecture).with(plan.files("linux/" + architecture));
    }
}

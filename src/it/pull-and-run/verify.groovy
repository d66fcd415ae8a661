import dev.layered.real.*
import java.nio.file.Files

if (!RealTool.areThere('that a pushed image is pulled and run', 'docker-registry', 'skopeo')) {
    return
}
def work = Files.createTempDirectory('pull')
def registry = DockerRegistry.start()
try {
    def push = { String base, String image, String goals = 'layered:push' ->
        MavenRun.in(basedir, localRepositoryPath).goalsOnline('package', *goals.split(' '),
                "-Dlayered.from.image=$base" as String, "-Dlayered.to.image=$image" as String, "-Dlayered.cache=$work/store" as String)
    }
    // on a base with folders and links unlike ours, which is a layout on this machine
    def plain = "${registry.host()}/shop/plain:1" as String
    SystemBase.write(work.resolve('base'))
    assert push("oci:$work/base", plain, 'layered:build layered:push -Dlayered.layout=always').contains("pushed: $plain")
    def proof = PullersProof.of(basedir, plain)
    if (RealTool.areThere('that umoci unpacks what was pushed', 'umoci') && RealTool.isRoot('umoci')) {
        proof.skopeoAndUmociPullAll()
    }
    if (RealTool.areThere('that Podman pulls what was pushed', 'podman') && RealTool.isRoot('Podman')) {
        proof.podmanPulls()
    }
    if (!RealTool.areThere('that Docker pulls and runs what was pushed', 'docker', 'dockerd') || !RealTool.isRoot('Docker')) {
        return
    }
    def docker = Dockerd.start()
    try {
        proof.dockerPulls(docker)
        if (JlinkBase.isPossible()) {
            // on a base with Java, which is in the registry too: the registry takes its layers over
            def java = "${registry.host()}/base/java" as String
            def running = "${registry.host()}/shop/running:1" as String
            Skopeo.push(JlinkBase.in(new File(basedir, '../../../target').toPath()), java)
            assert push(java, running) =~ /base +mounted/
            assert docker.pull(running) == running.replaceAll(/:1$/, '') + '@' + PushedImage.of(basedir).digest()
            assert docker.run(running) == "Pulled, and run by Java ${Runtime.version().feature()}.\n"
        }
    } finally {
        docker.close()
    }
} finally {
    registry.close()
    Folder.delete(work)
}

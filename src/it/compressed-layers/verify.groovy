import dev.layered.real.*
import java.nio.file.Files

if (!RealTool.areThere('that layers of every compression are pushed and pulled', 'docker-registry', 'skopeo')) {
    return
}
def work = Files.createTempDirectory('compressed')
def registry = DockerRegistry.start()
def mixed = "${registry.host()}/shop/mixed:1" as String
def readable = "${registry.host()}/shop/readable:1" as String
def run = { String image, String... more ->
    String[] usual = ['package', "-Dlayered.from.image=oci:$work/base", "-Dlayered.to.image=$image",
            "-Dlayered.cache=$work/store", '-Dlayered.layout=always']
    MavenRun.in(basedir, localRepositoryPath).goalsOnline(usual + more as String[])
}
try {
    SystemBase.write(work.resolve('base'))

    // Zstandard at two levels, a plain tar and the base's own, in one image, from the plan to the registry
    def archived = ['-Dlayered.archive.format=docker-archive', "-Dlayered.archive.file=$work/mixed.tar",
            "-Dlayered.archive.platform=linux/${JlinkBase.architecture()}"] as String[]
    def made = run(mixed, 'layered:plan', 'layered:build', 'layered:verify', 'layered:archive', 'layered:push',
            '-Dlayered.rebuild=true', *archived)
    assert made =~ / plain: .*, none, to be built/ && made =~ / other: .*, zstd:3, to be built/
    assert made =~ / classes: .*, zstd:1, to be built/
    assert made =~ /rebuild .* right/ && made.contains("pushed: $mixed")
    assert made.count('[compression-readers]') == 1
    def image = BuiltImage.of(basedir).image('linux/amd64')
    def begins = { name -> image.layer(name).blob().toFile().withInputStream { it.read() } }
    assert ['plain', 'other', 'resources', 'classes'].collect(begins) == [0x61, 0x28, 0x28, 0x28]
    def proof = PullersProof.of(basedir, mixed)

    // what the registry tells is believed where the compression is the one that is wanted, and not elsewhere
    def again = run(mixed, 'layered:push', "-Dlayered.cache=$work/other", '-Dlayered.layout=never')
    assert again.contains("unchanged: $mixed")
    def told = run(mixed, 'layered:verify', 'layered:inspect', "-Dlayered.verify.image=$mixed", "-Dlayered.inspect.image=$mixed")
    assert told.contains('The image is what it should be.') && told =~ /plain .* none / && told =~ /other .* zstd /
    def gzip = run("${registry.host()}/shop/gzip:1", 'layered:push', '-Dlayered.compression=gzip', '-Dlayer.compression=gzip',
            "-Dlayered.cacheFrom=$mixed", "-Dlayered.cache=$work/third", '-Dlayered.layout=never')
    assert gzip =~ /plain .* published +mounted/ && gzip =~ /other .* built +uploaded/ && gzip =~ /classes .* built +uploaded/
    assert !gzip.contains('[compression-readers]')

    proof.skopeoPullsAll()
    if (RealTool.areThere('that Podman pulls every compression', 'podman') && RealTool.isRoot('Podman')) {
        proof.podmanPulls()
    }
    // umoci reads gzip and plain tars alone
    run(readable, 'layered:build', 'layered:push', '-Dlayered.compression=none', '-Dlayer.compression=gzip')
    def second = PullersProof.of(basedir, readable)
    if (RealTool.areThere('that umoci unpacks gzip and plain tars', 'umoci') && RealTool.isRoot('umoci')) {
        second.skopeoAndUmociPullAll()
        assert MavenRun.fails { PullersProof.of(basedir, mixed).skopeoAndUmociPullAll() } =~ /not correct mediatype|another digest/
    }
    if (RealTool.areThere('that Docker pulls and loads', 'docker', 'dockerd') && RealTool.isRoot('Docker')) {
        def docker = Dockerd.start()
        try {
            second.dockerPulls(docker)
            proof.dockerLoads(docker, work.resolve('mixed.tar'))
        } finally {
            docker.close()
        }
    }

    // every mistake at once, each where it is written
    def wrong = MavenRun.fails {
        run(mixed, 'layered:build', '-Dlayered.compression=zst', '-Dlayer.compression=gzip:6')
    }
    assert wrong.contains("'zst' is no value of compression. [word-unknown]") && wrong.contains('where: -Dlayered.compression')
    assert wrong.contains('gzip has one level alone. [compression-level]')
    assert wrong =~ /where: <depLayers><depLayer><compression> in pom\.xml:51/
    def docker = MavenRun.fails { run(mixed, 'layered:build', '-Dlayered.container.format=Docker', '-Dlayered.compression=gzip') }
    assert docker.count('[compression-format]') == 1 && docker =~ /where: <depLayers><depLayer><compression> in pom\.xml:51/
} finally {
    registry.close()
    Folder.delete(work)
}

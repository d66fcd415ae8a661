import dev.layered.real.*

if (!RealTool.areThere('that a later run pushes what was packaged', 'docker-registry', 'skopeo')) {
    return
}
def maven = MavenRun.in(basedir, localRepositoryPath)
def app = new File(basedir, 'app')
def registry = DockerRegistry.start()
try {
    def image = '-Dlayered.to.image=' + registry.host() + '/later/${project.artifactId}:1'
    def name = "${registry.host()}/later/app:1" as String
    maven.goals('package', image)
    def built = BuiltImage.of(app).digest()

    // the library is installed nowhere, so no Maven could resolve it: the goal alone takes the image that is there
    def others = new File(basedir, '../../mavens').listFiles()?.toList() ?: []
    [maven, *others.collect { maven.by(it.toPath()) }].each { run ->
        [['layered:push'], ['-pl', 'app', 'layered:push']].each { goals ->
            def log = run.goalsOnline([*goals, image] as String[])
            assert log =~ /The image in \S+layered.image is still true\./
            assert log =~ /(pushed|unchanged): $name/
            assert PushedImage.of(app).digest() == built && Skopeo.remoteDigest(name) == built
        }
    }
    assert !others || others.size() == 3 : others

    // modules that are compiled and not packaged
    try {
        maven.goalsOnline('clean', 'compile', 'layered:push', image)
        assert false : 'a folder of classes was taken for a library'
    } catch (AssertionError failure) {
        assert failure.message =~ /The module 'library-of-a-push' is not packaged: .*classes'\. \[module-unpackaged\]/
        assert failure.message.contains('e.g. mvn package')
    }
} finally {
    registry.close()
}

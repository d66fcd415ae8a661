import dev.layered.real.BuiltImage
import dev.layered.real.DockerRegistry
import dev.layered.real.MavenRun
import dev.layered.real.RealTool
import dev.layered.real.Skopeo

if (!RealTool.areThere('push to a real registry', 'docker-registry', 'skopeo')) {
    return
}
def maven = MavenRun.in(basedir, localRepositoryPath)
def built = BuiltImage.of(basedir).digest()
def platforms = '-Dlayered.from.platforms=linux/amd64,linux/arm64'

def registry = DockerRegistry.start()
try {
    def cart = "${registry.host()}/shop/cart"
    def name = "-Dlayered.to.image=${cart}"

    // the image that an earlier run left, under another name, is not pushed as this one
    def first = maven.goalsOnline('layered:push', name, '-Dlayered.to.tags=1.0,latest', "-Dlayered.cache=${basedir}/first")
    assert first.contains("pushed: ${cart}:1.0") && first.contains("pushed: ${cart}:latest")
    assert Skopeo.remoteDigest("${cart}:1.0") == Skopeo.remoteDigest("${cart}:latest")
    assert Skopeo.remoteDigest("${cart}:1.0") == built

    // an empty store, as on a machine that starts anew: nothing is made, nothing is sent
    def again = maven.goalsOnline('package', 'layered:push', name, '-Dlayered.to.tags=1.0', "-Dlayered.cache=${basedir}/second")
    assert again.contains('No image layout is made')
    assert again.contains('published') && !again.contains('uploaded') && !again.contains('writing layer')
    assert again.contains("unchanged: ${cart}:1.0") && again.contains('0 B of layers and configs sent')

    // a changed class: its layer and the config
    def main = new File(basedir, 'src/main/java/com/example/pushed/Main.java')
    main.text = main.text.replace('.getName()', '.getName() + "!"')
    def changed = maven.goalsOnline('package', 'layered:push', name, '-Dlayered.to.tags=1.1,latest', "-Dlayered.cache=${basedir}/third")
    assert changed =~ /classes .* built +uploaded/
    assert changed =~ /dependencies .* published +was there/
    assert (changed =~ /(?m)(built|published|reused) +uploaded/).count == 1

    // another repository of the registry takes the layers over
    def other = maven.goalsOnline('package', 'layered:push', "-Dlayered.to.image=${registry.host()}/shop/other:1",
            "-Dlayered.cacheFrom=${cart}:1.1", "-Dlayered.cache=${basedir}/fourth")
    assert other =~ /dependencies .* published +mounted .* from shop\/cart:1\.1/ && !other.contains('writing layer')

    // two platforms make an index, on a base that is in the registry itself
    def upper = "${registry.host()}/shop/upper:1"
    maven.goalsOnline('package', 'layered:push', name, '-Dlayered.to.tags=base', platforms, "-Dlayered.cache=${basedir}/fifth")
    main.text = main.text.replace('"!"', '"?"')
    def onBase = maven.goalsOnline('package', 'layered:push', "-Dlayered.to.image=${upper}", platforms,
            "-Dlayered.from.image=${cart}:base", "-Dlayered.container.appRoot=/upper", "-Dlayered.cache=${basedir}/sixth")
    assert onBase =~ /base +mounted/
    assert Skopeo.remoteDigest(upper) =~ /sha256:[0-9a-f]{64}/
    Skopeo.pull(upper, "oci:${basedir}/target/copy:upper")

    // no name, and no network
    assert fails { maven.goalsOnline('layered:push') }.contains('[target-none]')
    assert fails { maven.goals('layered:push', name) }.contains('[registry-offline]')
} finally {
    registry.close()
}

String fails(Closure run) {
    try {
        run()
    } catch (AssertionError e) {
        return e.message
    }
    throw new AssertionError('it did not fail')
}

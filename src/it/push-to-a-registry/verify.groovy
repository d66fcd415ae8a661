import dev.layered.real.*
import java.nio.file.Files

if (!RealTool.areThere('push to a real registry', 'docker-registry', 'skopeo')) {
    return
}
def built = BuiltImage.of(basedir).digest()
def elsewhere = Files.createTempDirectory('elsewhere')
def registry = DockerRegistry.start()
def proxy = CountingProxy.before(registry.host())
try {
    def cart = "${proxy.host()}/shop/cart"
    def stores = 0
    // each push has an empty store, as on a machine that starts anew
    def push = { MavenRun maven, String name, String... options ->
        String[] usual = ["-Dlayered.to.image=$name", "-Dlayered.cache=$elsewhere/store${++stores}"]
        maven.goalsOnline(usual + options + ['package', 'layered:push'] as String[])
    }
    def made = { BlobFiles.in(elsewhere.resolve("store$stores")).size() }
    def maven = MavenRun.in(basedir, localRepositoryPath)

    // two platforms share four layers, each has a config and a manifest; an index, by its digest and two tags
    def first = push(maven, cart, '-Dlayered.to.tags=1.0,latest')
    def traffic = proxy.traffic()
    def image = PushedImage.of(basedir)
    assert first.contains('No image layout is made')
    assert first.contains("pushed: ${cart}:1.0") && first.contains("pushed: ${cart}:latest")
    assert traffic.counts() == ['GET api 200': 1, 'GET tag 404': 2,
            'HEAD blob 404': 6, 'POST upload 202': 6, 'PUT upload 201': 6,
            'HEAD manifest 404': 3, 'PUT manifest 201': 3, 'HEAD tag 404': 2, 'PUT tag 201': 2]
    assert traffic.uploaded().toSet() == image.uploaded().keySet()
    assert traffic.blobBytes() == image.bytesUploaded() && image.bytesUploaded() > 60_000
    assert image.digest() == built
    assert [Skopeo.remoteDigest("$cart:1.0"), Skopeo.remoteDigest("$cart:latest")] == [built, built]

    // once more: each name is asked for, and nothing else
    proxy.traffic()
    def same = push(maven, cart, '-Dlayered.to.tags=1.0,latest')
    assert same.contains("unchanged: ${cart}:1.0") && same.contains("unchanged: ${cart}:latest")
    assert same.contains(' is still true.') && same.contains(built) && made() == 0
    assert proxy.traffic().counts() == ['GET api 200': 1, 'HEAD tag 200': 2]

    // a clone of the project somewhere else: what the image tells of its layers is read, and nothing is made or sent
    Folder.copyProject(basedir.toPath(), elsewhere.resolve('clone'))
    def clone = maven.copiedTo(elsewhere.resolve('clone'))
    def cloned = elsewhere.resolve('clone').toFile()
    proxy.traffic()
    def again = push(clone, cart, '-Dlayered.to.tags=1.0')
    traffic = proxy.traffic()
    assert again.contains("unchanged: ${cart}:1.0") && again.contains('0 B of layers and configs sent')
    assert !again.contains('writing layer') && made() == 0
    assert traffic.counts() == ['GET api 200': 1, 'GET tag 200': 1, 'GET manifest 200': 2, 'GET blob 200': 2,
            'HEAD manifest 200': 3, 'HEAD tag 200': 1]
    assert traffic.blobBytes() == 0 && traffic.manifestBytes() == 0
    assert PushedImage.of(cloned).digest() == built

    // a changed class: its layer, both configs that name it, and the documents above them
    def main = new File(cloned, 'src/main/java/com/example/pushed/Main.java')
    main.text = main.text.replace('.getName()', '.getName() + "!"')
    def changed = push(clone, cart, '-Dlayered.to.tags=1.1,latest')
    traffic = proxy.traffic()
    image = PushedImage.of(cloned)
    assert changed =~ /classes .* built +uploaded/ && changed =~ /dependencies .* published +was there/
    assert changed.count('writing layer') == 1 && made() == 1
    assert traffic.uploaded().toSet() == image.uploaded().keySet() && traffic.uploaded().size() == 3
    assert traffic.blobBytes() == image.bytesUploaded() && image.bytesUploaded() < 5_000
    def counts = traffic.counts()
    assert [counts['POST upload 202'], counts['PUT upload 201']] == [3, 3]
    assert [counts['PUT manifest 201'], counts['PUT tag 201']] == [3, 2] && counts['POST mount 201'] == null

    // what was pushed, which is another image than that of the layout, is what the sources make
    def proof = clone.goalsOnline('layered:verify', "-Dlayered.verify.image=${cart}:1.1", '-Dlayered.rebuild=true')
    assert proof =~ /rebuild .* right/ && proof.contains('The image is what it should be.')
    def compared = clone.goalsOnline('layered:inspect', "-Dlayered.inspect.image=${cart}:1.1",
            "-Dlayered.inspect.against=${cart}:1.0")
    assert compared =~ /dependencies .* both/ && compared =~ /classes .* here +1 changed/
    proxy.traffic()

    // another version of a dependency: its layer, and the one that names it on the class path
    def other = push(clone, cart, '-Dlayered.to.tags=1.2,latest', '-Dslf4j.version=2.0.16')
    traffic = proxy.traffic()
    assert other =~ /dependencies .* built +uploaded/ && other =~ /start .* built +uploaded/
    assert other =~ /classes .* published +was there/ && other =~ /resources .* published +was there/
    assert traffic.uploaded().size() == 2 + 2 && made() == 2
    assert traffic.blobBytes() == PushedImage.of(cloned).bytesUploaded()

    // another repository takes the four layers over; its configs are its own
    def taken = push(clone, "${proxy.host()}/shop/other:1", "-Dlayered.cacheFrom=${cart}:1.1")
    traffic = proxy.traffic()
    assert !taken.contains('writing layer') && taken.count(' published ') == 4
    assert taken =~ /dependencies .* published +mounted .* from shop\/cart:1\.1/
    assert traffic.counts()['POST mount 201'] == 4 && traffic.uploaded().size() == 2

    // nobody's word is taken, so all is made; what the registry has is not sent for all that
    def alone = push(clone, "$cart:1.1", '-Dlayered.reuse=none')
    traffic = proxy.traffic()
    assert alone.count('writing layer') == 4 && alone.contains('0 B of layers and configs sent')
    assert traffic.counts() == ['GET api 200': 1, 'HEAD blob 200': 6, 'HEAD manifest 200': 3, 'HEAD tag 200': 1]

    // a base that is in the registry itself is mounted, and the store has it but once
    def upper = "${proxy.host()}/shop/upper:1"
    def onBase = push(clone, upper, "-Dlayered.from.image=${cart}:1.0", '-Dlayered.container.appRoot=/upper')
    traffic = proxy.traffic()
    assert onBase =~ /base +mounted/
    assert traffic.counts()['POST mount 201'] == 4
    assert traffic.blobBytes() == PushedImage.of(cloned).bytesUploaded()
    Skopeo.pull(upper, "oci:${basedir}/target/copy:upper")

    // no name, a wrong one, and no network
    assert MavenRun.fails { maven.goalsOnline('layered:push') }.contains('[target-none]')
    def wrong = MavenRun.fails { maven.goalsOnline('layered:push', '-Dlayered.to.image=shop/Cart') }
    assert wrong.count('[image-reference]') == 1 && !wrong.contains('[target-none]')
    assert MavenRun.fails { maven.goals('layered:push', "-Dlayered.to.image=$cart") }.contains('[registry-offline]')
} finally {
    proxy.close()
    registry.close()
    Folder.delete(elsewhere)
}

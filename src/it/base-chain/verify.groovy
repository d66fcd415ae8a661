import dev.layered.real.*
import java.nio.file.Files

// without a registry: the run before this made all three images, each on the one below
def platforms = ['linux/amd64', 'linux/arm64']
def images = ['system', 'common', 'shop'].collectEntries { [it, BuiltImage.withExtras(new File(basedir, it))] }
platforms.each {
    def system = images.system.image(it)
    def common = images.common.image(it)
    def shop = images.shop.image(it)
    assert system.layerNames() == ['extra']
    assert common.layerNames() == ['extra', 'dependencies', 'modules']
    assert shop.layerNames() == ['extra', 'dependencies', 'modules', 'dependencies', 'resources', 'classes', 'start']
    assert common.layers().take(1)*.digest() == system.layers()*.digest()
    assert shop.layers().take(3)*.digest() == common.layers()*.digest()
    // what the base holds is not there twice, and stands on the class path where Maven has it
    assert shop.layers()[3].jars() == ['slf4j-simple-2.0.17.jar']
    assert shop.layer('start').text('/app/classpath') == '/app/resources:/app/classes:' +
            '/app/libs/tariffs-1.0.0.jar:/app/libs/slf4j-api-2.0.17.jar:/app/libs/slf4j-simple-2.0.17.jar'
    assert !common.run().containsKey('Entrypoint')
    assert common.run().Labels['dev.layered.artifacts'].count('"artifact"') == 2
}
assert HostJava.run(images.shop.image('linux/amd64')).contains('42 cents')
def maven = MavenRun.in(basedir, localRepositoryPath)
def explained = maven.goals('package', 'layered:explain', '-Dlayered.explain=com.example.chain:tariffs')
assert explained.contains('the base image has it')

if (!RealTool.areThere('a chain of bases in a real registry', 'docker-registry', 'skopeo')) {
    return
}
def registry = DockerRegistry.start()
try {
    def store = "-Dlayered.cache=${new File(basedir, 'store')}" as String
    def push = { maven.goalsOnline('package', 'layered:push', "-Dregistry=${registry.host()}" as String, store) }
    def name = { "${registry.host()}/chain/$it:1.0.0" as String }
    def digests = { ['system', 'common', 'shop'].collect { Skopeo.remoteDigest(name(it)) } }
    def change = { String file, String from, String to ->
        def source = new File(basedir, file)
        assert source.text.contains(from)
        source.text = source.text.replace(from, to)
    }

    def first = push()
    assert ['system', 'common', 'shop'].every { first.contains("pushed: ${name(it)}") }
    def before = digests()
    // the images are those that were made without a registry, but for what they say of their bases
    assert first =~ /dependencies .* uploaded/

    // the application changed: neither base is touched
    change('shop/src/main/java/com/example/chain/shop/Shop.java', '" cents"', '" cent"')
    def application = push()
    def after = digests()
    assert application.contains("unchanged: ${name('system')}") && application.contains("unchanged: ${name('common')}")
    assert application.contains("pushed: ${name('shop')}")
    assert application.count('writing layer') == 1 && application.contains('writing layer classes')
    assert after[0..1] == before[0..1] && after[2] != before[2]

    // the common libraries changed: the middle is made anew, and the application says that its base moved
    change('tariffs/src/main/java/com/example/chain/tariffs/Tariff.java', '42', '43')
    def libraries = push()
    def last = digests()
    assert libraries.contains("unchanged: ${name('system')}")
    assert libraries.contains("pushed: ${name('common')}") && libraries.contains("pushed: ${name('shop')}")
    assert libraries.count('writing layer') == 1 && libraries.contains('writing layer modules')
    assert libraries.contains("The base image ${name('common')} moved: it was ${after[1]}, and is ${last[1]} now.")
    assert last[0] == after[0] && last[1] != after[1] && last[2] != after[2]

    // nothing changed
    def same = push()
    assert ['system', 'common', 'shop'].every { same.contains("unchanged: ${name(it)}") }
    assert !same.contains('moved:') && !same.contains('writing layer')
    def verified = maven.goalsOnline('package', 'layered:verify', "-Dregistry=${registry.host()}" as String, store,
            '-Dlayered.rebuild=true')
    assert verified.count('The image is what it should be.') == 3 && !verified.contains('[verify-')
} finally {
    registry.close()
}

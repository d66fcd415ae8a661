import dev.layered.real.*
import groovy.json.JsonSlurper

def app = new File(basedir, 'app')
def log = new File(basedir, 'build.log').text
def images = BuiltImage.variants(app)
def cpu = images.cpu
def cuda = images.cuda
assert cpu.platforms() == ['linux/amd64', 'linux/arm64'] && cuda.platforms() == ['linux/amd64']
assert cpu.isIndex() && !cuda.isIndex()
assert cpu.refName() == 'registry.example.com/shop/model:1.2.0-cpu'
assert cuda.refName() == 'registry.example.com/shop/model:1.2.0-cuda'

// its own artifacts, environment, labels and limits; what is equal is one blob
assert cpu.image('linux/amd64').layer('modules').jars() == ['math-1.2.0.jar']
assert cuda.image().layer('modules').jars() == ['math-cuda-1.2.0.jar']
['dependencies', 'classes'].each {
    assert cpu.image('linux/amd64').layer(it).digest() == cuda.image().layer(it).digest()
}
assert cuda.image().run().Env.contains('DEVICE=cuda') && cuda.image().run().Labels.device == 'cuda'
assert !cpu.image('linux/amd64').run().toString().contains('cuda')
assert log.contains("The image 'cuda' for linux/amd64 has 5 layers") && !log.contains("The image 'cpu'")
assert HostJava.run(cpu.image('linux/amd64')) == 'computed by cpu\n'

// every name, and what it stands for
def names = { String variant, String repository ->
    def own = ["1.2.0-$variant", "1.2.0-$variant-amd64"]
    if (variant == 'cpu') {
        own += ['1.2.0-cpu-arm64', 'latest-cpu', '1.2.0', 'latest']
    } else {
        own += ['latest-cuda']
    }
    own.collect { "$repository:$it" as String }
}
def told = { new JsonSlurper().parse(new File(app, 'target/layered/image.json')) }
def check = { json, String... repositories ->
    assert json.variants*.variant == ['cpu', 'cuda']
    json.variants.each { variant ->
        assert variant.tags*.name as Set == repositories.collectMany { names(variant.variant, it) } as Set
        variant.tags.each { tag ->
            def arch = tag.name =~ /-(amd64|arm64)$/
            assert tag.platform == (arch ? "linux/${arch[0][1]}" as String : null)
            assert tag.digest == (arch
                    ? variant.platforms.find { it.platform == tag.platform }.manifest : variant.digest)
        }
    }
}
check(told(), 'registry.example.com/shop/model', 'mirror.example.com/copies/model')
def maven = MavenRun.in(basedir, localRepositoryPath)
def plan = maven.goals('package', 'layered:plan')
assert plan =~ /registry\.example\.com\/shop\/model:1\.2\.0-cpu-arm64 +the manifest for linux\/arm64/
assert plan =~ /mirror\.example\.com\/copies\/model:latest +the index/
assert plan =~ /math-cuda:1\.2\.0 .* the variant has it in place of com\.example\.variants:math:1\.2\.0/
assert plan.count('is still true.') == 2 && plan.count('Nothing changed: ') == 2

// one of them
def one = maven.goals('package', '-Dlayered.variants=cuda')
assert one.contains('shop/model:1.2.0-cuda (cuda)') && !one.contains('(cpu)')
assert MavenRun.fails { maven.goals('layered:plan', '-Dlayered.variants=gpu') }.contains('[variant-unknown]')

if (!RealTool.areThere('that variants are pushed to two registries', 'docker-registry', 'skopeo')) {
    return
}
def registry = DockerRegistry.start()
def mirror = DockerRegistry.start()
try {
    def options = ["-Dregistry=${registry.host()}", "-Dmirror=${mirror.host()}",
            "-Dlayered.cache=${new File(basedir, 'store')}"]*.toString()
    def repositories = ["${registry.host()}/shop/model" as String, "${mirror.host()}/copies/model" as String]
    def push = { maven.goalsOnline('package', 'layered:push', *options) }
    def first = push()
    // four layers of cpu, and the two of cuda that differ: each made once, and sent to both registries
    assert first.count('writing layer') == 6
    check(told(), *repositories)
    told().variants.each { variant ->
        variant.tags.each { assert Skopeo.remoteDigest(it.name) == it.digest }
    }
    assert ['cpu', 'cuda'].every { variant -> repositories.every { repository ->
        names(variant, repository).every { first.contains("pushed: $it") }
    } }
    def same = push()
    assert same.count('unchanged: ') == 18 && same.contains('0 B of layers and configs sent')
    check(told(), *repositories)
    def verified = maven.goalsOnline('layered:verify', *options)
    assert verified.contains('The image is what it should be.')
    // without the layout, what was pushed of each
    assert new File(app, 'target/layered/image').deleteDir()
    def pushed = maven.goalsOnline('layered:verify', '-Dlayered.rebuild=true', *options)
    assert pushed.count('The image is what it should be.') == 2 && !pushed.contains('[verify-')
    // a variant that is gone leaves nothing
    assert new File(app, 'target/layered/variants/cuda/push.json').exists()
    def pom = new File(app, 'pom.xml')
    pom.text = pom.text.replaceAll('<name>cuda</name>', '<name>gpu</name>')
    maven.goals('package', *options)
    assert new File(app, 'target/layered/variants').list() == ['gpu']
} finally {
    registry.close()
    mirror.close()
}

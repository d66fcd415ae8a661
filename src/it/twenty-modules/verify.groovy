import dev.layered.real.*

def modules = (1..20).collect { new File(basedir, String.format('m%02d', it)) }
def digests = { modules.collect { BuiltImage.of(it).digest() } }
def builtAnew = { String threads, String store ->
    modules.each { new File(it, 'target/layered').deleteDir() }
    def cold = new File(basedir, "target/$store")
    MavenRun.in(basedir, localRepositoryPath)
        .goals('dev.layered:layered-maven-plugin:build', '-T', threads, "-Dlayered.cache=$cold" as String)
    // what starts them and their dependencies is the same for all, the classes are not; each blob is what its name says
    assert BlobFiles.in(cold.toPath()).size() == 2 + 20
    digests()
}

def inTheReactor = digests()
assert inTheReactor.unique(false).size() == 20
def images = modules.collect { BuiltImage.of(it).image() }
assert images.collect { it.layer('dependencies').digest() }.unique().size() == 1

assert builtAnew('4', 'cold-for-four') == inTheReactor
assert builtAnew('1', 'cold-for-one') == inTheReactor

if (!RealTool.areThere('that twenty modules push each shared layer once', 'docker-registry', 'skopeo')) {
    return
}
def issuer = TokenIssuer.start()
def registry = DockerRegistry.startWithTokens(issuer)
def proxy = CountingProxy.before(registry.host())
try {
    def push = { String image, String... options ->
        String[] login = ["-Dlayered.to.auth.username=${DockerRegistry.USER}", "-Dlayered.to.auth.password=${DockerRegistry.PASSWORD}"]
        MavenRun.in(basedir, localRepositoryPath)
            .goalsOnline(login + options + ["-Dlayered.to.image=${proxy.host()}/$image", 'dev.layered:layered-maven-plugin:push'] as String[])
    }
    def names = modules.collect { it.name }
    modules.each { new File(it, 'target/layered').deleteDir() }
    push('shop/${project.artifactId}:1', '-T', '4', "-Dlayered.cache=$basedir/target/cold-for-push" as String)

    // who is there is asked once for each repository, and once more where a layer is mounted from the one that has it
    def asked = issuer.asked()
    assert asked.findAll { !it.contains(' ') }.sort() == names.collect { "repository:shop/$it:pull,push" as String }
    assert asked.unique(false).size() == asked.size()
    // what they share is sent by one of them and mounted by nineteen; a class layer and a config are of each its own
    def traffic = proxy.traffic()
    assert traffic.uploaded().unique(false).size() == traffic.uploaded().size()
    assert traffic.uploaded().size() == 2 + 20 + 20
    assert traffic.counts()['POST mount 201'] == 2 * 19
    assert modules.collect { PushedImage.of(it).digest() } == inTheReactor
    assert traffic.blobBytes() == modules.sum { PushedImage.of(it).bytesUploaded() }

    // two of them under one name
    try {
        push('shop/same:1', '-pl', 'm01,m02')
        assert false : 'one undid what the other did'
    } catch (AssertionError failure) {
        assert failure.message =~ /The modules 'com.example:m01' and 'com.example:m02' both push '\S+\/shop\/same:1'/
        assert failure.message.contains('[target-twice]')
    }
} finally {
    proxy.close()
    registry.close()
    issuer.close()
}

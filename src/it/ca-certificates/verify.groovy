import dev.layered.real.*

// without a base: a bundle and a trust store of this alone, and Java is told of the latter
def built = BuiltImage.withExtras(basedir)
def image = built.image()
assert image.layerNames() == ['ca-certificates', 'classes', 'start']
def layer = image.layer('ca-certificates')
def pem = new File(basedir, 'certs/corp-root.pem').text
assert layer.text('/etc/ssl/certs/ca-certificates.crt').contains(pem.readLines()[1])
assert image.run().Entrypoint.contains('-Djavax.net.ssl.trustStore=/etc/ssl/certs/java/cacerts')
def maven = MavenRun.in(basedir, localRepositoryPath)
assert maven.goals('package', 'layered:verify', '-Dlayered.rebuild=true').contains('The image is what it should be.')
assert BuiltImage.withExtras(basedir).digest() == built.digest()

// another certificate is another image; what is none is told
def certificate = new File(basedir, 'certs/corp-root.pem')
certificate.text = 'no certificate\n'
def broken = MavenRun.fails { maven.goals('package') }
assert broken.contains('[certificate-broken]') && broken.contains('corp-root.pem')
certificate.text = pem
assert MavenRun.fails { maven.goals('package', '-Dlayered.caCertificates=nowhere.pem') }.contains('[certificate-missing]')

if (!RealTool.areThere('that a container trusts a private authority', 'docker', 'dockerd') || !RealTool.isRoot('Docker')
        || !JlinkBase.isPossible()) {
    return
}
// on a base with Java, whose own trust store is added to: a call from inside a container
def base = JlinkBase.in(new File(basedir, '../../../target').toPath())
def docker = Dockerd.start()
def server = SignedServer.start(new File(basedir, 'authority').toPath())
try {
    def asked = { String name, String... options ->
        maven.goals('package', "-Dlayered.from.image=oci:$base" as String, "-Dlayered.to.image=trust/$name:1" as String,
                "-Dlayered.from.platforms=linux/${JlinkBase.architecture()}" as String, *options)
        docker.load(new File(basedir, 'target/layered/image').toPath(), "trust/$name:1")
        docker.runOnHost("trust/$name:1", [URL: server.url()])
    }
    assert asked('without', '-Dlayered.caCertificates=').contains('refused: ')
    assert asked('with').contains('answered: trusted')
    def onJava = BuiltImage.withExtras(basedir).image()
    assert onJava.layer('ca-certificates') != null
    assert !onJava.run().Entrypoint.toString().contains('trustStore')
    assert onJava.files().keySet().any { it.endsWith('/lib/security/cacerts') }
} finally {
    server.close()
    docker.close()
}

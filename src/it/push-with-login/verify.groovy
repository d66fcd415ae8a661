import dev.layered.real.*
import dev.layered.registry.PrivateAuthority
import java.nio.file.Files

if (!RealTool.areThere('push to registries that ask who is there', 'docker-registry', 'skopeo')) {
    return
}
def built = BuiltImage.of(basedir).digest()
def maven = MavenRun.in(basedir, localRepositoryPath)
def work = Files.createTempDirectory('login')
def stores = 0
def goal = { MavenRun run, String goal, String... options ->
    run.goalsOnline(options + ["-Dlayered.cache=$work/store${++stores}" as String, "layered:$goal" as String] as String[])
}
def push = { String name, String... options -> goal(maven, 'push', options + ["-Dlayered.to.image=$name" as String] as String[]) }
String[] login = ["-Dlayered.to.auth.username=${DockerRegistry.USER}", "-Dlayered.to.auth.password=${DockerRegistry.PASSWORD}"]
def creds = "--creds=${DockerRegistry.USER}:${DockerRegistry.PASSWORD}" as String
try {
    // a password: typed, as docker login writes it, none, a wrong one
    def registry = DockerRegistry.startWithPassword()
    try {
        def cart = "${registry.host()}/shop/cart" as String
        assert push("$cart:typed", login).contains("pushed: $cart:typed")
        def auth = "${DockerRegistry.USER}:${DockerRegistry.PASSWORD}".bytes.encodeBase64()
        Files.writeString(work.resolve('config.json'), """{"auths": {"${registry.host()}": {"auth": "$auth"}}}""")
        def loggedIn = maven.with([DOCKER_CONFIG: work.toString()])
        assert goal(loggedIn, 'push', "-Dlayered.to.image=$cart:logged-in" as String).contains("pushed: $cart:logged-in")
        ['typed', 'logged-in'].each {
            assert Skopeo.remoteDigest("$cart:$it", '--tls-verify=false', creds) == built
        }
        def nowhere = maven.with([DOCKER_CONFIG: "$work/nowhere" as String])
        assert MavenRun.fails { goal(nowhere, 'push', "-Dlayered.to.image=$cart:none" as String) }.contains('[registry-login]')
        def wrong = MavenRun.fails { push("$cart:wrong", '-Dlayered.to.auth.username=eve', '-Dlayered.to.auth.password=canary') }
        assert wrong.contains('[registry-credentials]') && !wrong.substring(wrong.indexOf('\n')).contains('canary')
    } finally {
        registry.close()
    }

    // TLS with a certificate that only we vouch for
    def authority = PrivateAuthority.in(work, 'registry.example.com')
    registry = DockerRegistry.startWithTls(authority.certificate(), authority.key())
    try {
        def cart = "${registry.host()}/shop/cart:1" as String
        def trusted = "-Dlayered.registryCertificates=${registry.host()}=${authority.certificate()}" as String
        assert push(cart, trusted).contains("pushed: $cart")
        Files.createDirectories(work.resolve('certs'))
        Files.copy(authority.certificate(), work.resolve('certs/own.crt'))
        assert Skopeo.remoteDigest(cart, "--cert-dir=$work/certs" as String) == built
        assert MavenRun.fails { push(cart) }.contains('[registry-certificate]')
    } finally {
        registry.close()
    }

    // tokens: one for a repository that is pushed to, one to mount from another, and to read only what is read
    def issuer = TokenIssuer.start()
    registry = DockerRegistry.startWithTokens(issuer)
    try {
        def cart = "${registry.host()}/shop/cart:1" as String
        assert push(cart, login).contains("pushed: $cart")
        assert issuer.asked() == ['repository:shop/cart:pull,push']
        def upper = "${registry.host()}/shop/upper:1" as String
        String[] onCart = login + ["-Dlayered.from.image=$cart" as String, '-Dlayered.container.appRoot=/upper']
        assert push(upper, onCart) =~ /base +mounted/
        assert issuer.asked().sort(false) == ['repository:shop/cart:pull', 'repository:shop/upper:pull,push',
                'repository:shop/upper:pull,push repository:shop/cart:pull']
        goal(maven, 'build', onCart + ["-Dlayered.to.image=$upper" as String] as String[])
        assert issuer.asked() == ['repository:shop/cart:pull']
        assert Skopeo.remoteDigest(upper, '--tls-verify=false', creds) == BuiltImage.withExtras(basedir).digest()
        assert MavenRun.fails { push(cart, '-Dlayered.to.auth.username=eve', '-Dlayered.to.auth.password=x') }.contains('[registry-credentials]')
    } finally {
        registry.close()
        issuer.close()
    }
} finally {
    Folder.delete(work)
}

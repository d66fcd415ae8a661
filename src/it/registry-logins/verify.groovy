import dev.layered.real.MavenRun
import dev.layered.registry.PasswordProxy
import dev.layered.registry.PrivateAuthority
import dev.layered.registry.ScriptedRegistry

def maven = MavenRun.in(basedir, localRepositoryPath)
def target = new File(basedir, 'target')
def opened = []
def registry = { String login ->
    def started = ScriptedRegistry.start()
    opened << started
    login ? started.desk().askForPassword(login) : started.desk().askForToken('', 'canary-of-identity')
    started
}
def file = { String name, String text ->
    def written = new File(target, "machine/$name")
    written.parentFile.mkdirs()
    written.text = text
    written
}
def helper = { String name, String answer ->
    file("bin/docker-credential-$name", "#!/bin/sh\ncat > /dev/null\necho '$answer'\n").setExecutable(true)
}
def base64 = { String text -> text.bytes.encodeBase64().toString() }
def answer = { String password -> """{"ServerURL":"","Username":"ada","Secret":"$password"}""" }
def unseen = { String output ->
    assert !output.contains('canary') && !output.contains(base64('ada:canary').take(12)) : output
    output
}
def fails = { Closure run ->
    try {
        run()
    } catch (AssertionError | IllegalStateException | IOException failure) {
        return failure.message.substring(failure.message.indexOf('\n')) // before it, the command itself
    }
    throw new AssertionError((Object) 'passed')
}

try {
    // a registry for each place; those of cacheFrom are asked as well
    def environment = registry('ada:canary-of-environment')
    def server = registry('ada:canary-of-server')
    def containers = registry('ada:canary-of-auth-json')
    def docker = registry('ada:canary-of-config-json')
    def team = registry('ada:canary-of-team')
    def identity = registry('')
    def listed = registry('ada:canary-of-helper')
    def nobody = registry('ada:canary-of-nobody')
    helper('listed', answer('canary-of-helper'))
    helper('named', answer('canary-of-environment'))
    def authJson = file('auth.json', """{"auths":{"${containers.host()}":{"auth":"${base64('ada:canary-of-auth-json')}"}}}""")
    def configJson = file('docker/config.json', """{
        "credHelpers":{"${listed.host()}":"listed"},
        "auths":{"${docker.host()}":{"auth":"${base64('ada:canary-of-config-json')}"},
                 "${team.host()}/team":{"username":"ada","password":"canary-of-team"},
                 "${identity.host()}":{"identitytoken":"canary-of-identity"}}}""")

    // a registry with TLS that only a proxy with a password leads to
    def authority = PrivateAuthority.in(target.toPath(), 'registry.example.com')
    def far = ScriptedRegistry.start(authority.server())
    opened << far
    far.desk().askForPassword('ada:canary-of-server')
    def proxy = PasswordProxy.before(far.port(), 'me:canary-of-proxy')
    opened << proxy
    def settings = file('settings.xml', new File(basedir, 'logins.xml').text
            .replace('SERVER-PORT', "${server.port()}").replace('PROXY-PORT', "${proxy.port()}"))
    def security = "-Dsettings.security=${new File(basedir, 'settings-security.xml')}"
    def push = { run, String image, String... more ->
        String[] words = ['-X', '-e', '-gs', settings.path, security, 'layered:push', "-Dlayered.to.image=$image"]
        unseen(run.goalsOnline(words + more))
    }

    // what -X tells of every place that is looked at by itself
    def machine = maven.with([PATH: "$target/machine/bin:${System.getenv('PATH')}".toString(), HOME: "$target/machine".toString(),
            REGISTRY_AUTH_FILE: authJson.path, DOCKER_CONFIG: configJson.parent,
            LAYERED_REGISTRY_USERNAME: 'ada', LAYERED_REGISTRY_PASSWORD: 'canary-of-environment'])
    def more = [server, containers, docker, identity, listed, nobody].collect { "${it.host()}/shop/cart:1" } + "${team.host()}/team/cart:1"
    def image = "${environment.host()}/shop/cart:1".toString()
    def told = push(machine, image, "-Dlayered.cacheFrom=${more.join(',')}".toString(), '-Dlayered.reuse=all', "-Dlayered.cache=$target/empty".toString())
    def from = { asked, String path, String source -> assert told.contains("The credentials for ${asked.host()}/$path come from $source.") : told }
    from(environment, 'shop/cart', "the environment's LAYERED_REGISTRY_USERNAME and LAYERED_REGISTRY_PASSWORD")
    from(server, 'shop/cart', "server '${server.host()}' of settings.xml")
    from(containers, 'shop/cart', authJson.path)
    from(docker, 'shop/cart', configJson.path)
    from(identity, 'shop/cart', configJson.path)
    from(team, 'team/cart', configJson.path)
    from(listed, 'shop/cart', "docker-credential-listed (credHelpers of $configJson.path)")
    assert told.contains("There are no credentials for ${nobody.host()}/shop/cart in ")

    // and of what the configuration names
    def named = push(machine, image, '-Dlayered.to.credHelper=named')
    assert named =~ /come from docker-credential-named \(the credential helper for/
    def typed = push(machine, image, '-Dlayered.to.auth.username=ada', "-Dlayered.to.server=${server.host()}".toString(),
            '-Dlayered.to.auth.password=' + 'canary-of-environment') // Maven 3 does not show its command line
    assert typed.contains('come from -Dlayered.to.auth.password')

    // passwords that Maven decrypts, on every Maven that is there
    def homes = [new File(System.getProperty('maven.home'))] +
            (new File(basedir, '../../mavens').listFiles() ?: []).findAll { it.name.startsWith('apache-maven-') }.sort()
    def certificate = "-Dlayered.registryCertificates=registry.example.com=${authority.certificate()}".toString()
    homes.eachWithIndex { home, i ->
        def far_ = "registry.example.com/shop/cart:$i".toString()
        def output = push(maven.by(home.toPath()), far_, certificate)
        assert output.contains("come from server 'registry.example.com' of settings.xml.") : output
        assert output.contains("pushed: $far_")
    }
    assert proxy.passed().contains('CONNECT registry.example.com:443')
    assert !proxy.refused().any { it.contains('registry.example.com') } // Maven itself asks without a password first

    // what cannot be decrypted, and a proxy that does not know us: who it was, and not what
    def lost = unseen(fails { maven.goalsOnline('-e', '-gs', settings.path, '-Dsettings.security=none.xml', 'layered:push',
            '-Dlayered.to.image=registry.example.com/shop/cart:9', '-Dlayered.to.server=registry.example.com') })
    assert lost.contains("The password of the server 'registry.example.com' cannot be decrypted. [server-password]")
    assert !lost.contains('nfry44BrB9sHRnbvlVgggWBr4EBb')
    def undecrypted = unseen(fails { maven.goalsOnline('-e', '-gs', settings.path, '-Dsettings.security=none.xml', 'layered:push',
            '-Dlayered.to.image=registry.example.com/shop/cart:9') })
    assert undecrypted.contains("The password of the proxy 'corporate' cannot be decrypted. [proxy-password]")
} finally {
    opened*.close()
}

// nothing of it is in what the plugin writes
new File(basedir, 'target/layered').eachFileRecurse(groovy.io.FileType.FILES) {
    assert !it.getText('ISO-8859-1').contains('canary') : it
}

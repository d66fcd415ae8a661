import dev.layered.real.*

def built = BuiltImage.of(basedir)
def natives = [
        'linux/amd64': ['lwjgl-3.3.4-natives-linux.jar', 'netty-tcnative-boringssl-static-2.0.74.Final-linux-x86_64.jar'],
        'linux/arm64': ['lwjgl-3.3.4-natives-linux-arm64.jar',
                'netty-tcnative-boringssl-static-2.0.74.Final-linux-aarch_64.jar']]
def digests = [:]
natives.each { platform, own ->
    def image = built.image(platform)
    def layers = image.layerNames().findAll { it.startsWith('natives') }
    assert layers.collectMany { image.layer(it).jars() }.sort() == own
    // nothing for another platform, and nothing for macOS or Windows
    def jars = image.jars().values().flatten()
    assert jars.every { !(it =~ /osx-|native-macos|natives-(macos|windows)|windows-x86/) }
    assert jars.findAll { it =~ /linux/ }.sort() == own
    // the class path has each at the place of what it stands for
    def classpath = image.layer('start').text('/app/classpath')
    assert own.every { classpath.contains("/app/libs/$it") }
    digests[platform] = image.layerNames().collectEntries { [it, image.layer(it).digest()] }
}
// what has no natives is one blob for both platforms
def shared = digests['linux/amd64'].findAll { name, digest -> digests['linux/arm64'][name] == digest }.keySet()
assert shared.containsAll(['classes', 'io.netty', 'org.lwjgl'])
assert digests['linux/amd64'].keySet() - shared == ['natives-io.netty', 'natives-org.lwjgl', 'start'] as Set

// each replacement is shown
def maven = MavenRun.in(basedir, localRepositoryPath)
def plan = maven.goals('layered:plan')
assert plan =~ /lwjgl:jar:natives-linux-arm64:3\.3\.4 .* in place of org\.lwjgl:lwjgl:jar:natives-windows:3\.3\.4/
def leftOut = plan.readLines().dropWhile { !it.contains('left out:') }
assert leftOut.any { it.contains('netty-resolver-dns-native-macos') }
def explained = maven.goals('layered:explain', '-Dlayered.explain=org.lwjgl:lwjgl:jar:natives-windows:*')
assert explained.contains('in place of org.lwjgl:lwjgl:jar:natives-windows:3.3.4')
assert maven.goals('layered:explain', '-Dlayered.explain=io.netty:netty-resolver-dns-native-macos')
        .contains('left out on linux/arm64')

// from a machine of another kind the same image comes
maven.goalsOnline('package', '-Dhost=osx-x86_64')
assert BuiltImage.of(basedir).digest() == built.digest()

// a platform for which there is none: what was asked for, and what to do
def none = MavenRun.fails { maven.goalsOnline('package', '-Dlayered.from.platforms=linux/amd64,linux/s390x') }
assert none.contains('[sibling-none]') && none.contains('for linux/s390x in place of') && none.contains('<missing>skip</missing>')
def offline = MavenRun.fails { maven.goals('package', '-Dlayered.from.platforms=linux/riscv64') }
assert offline.contains('[sibling-unresolved]') && offline.contains('offline')

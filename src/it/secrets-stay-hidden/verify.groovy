import dev.layered.real.BuiltImage
import dev.layered.real.MavenRun

def maven = MavenRun.in(basedir, localRepositoryPath)
String[] usual = ['-gs', 'global-settings.xml', 'layered:build']
def typed = ['-Dlayered.to.auth.username=typist', '-Dlayered.to.auth.password=canary-of-command'] as String[]
def run = { String... more -> maven.goals(usual + more) }
def fails = { String... more ->
    try {
        run(more)
    } catch (AssertionError | IllegalStateException | IOException failure) {
        return failure.message.substring(failure.message.indexOf('\n')) // before it, the command itself
    }
    throw new AssertionError((Object) "passed: $more")
}

// from the command line, a profile of the settings and a server of theirs: nobody sees it
def shown = run(['-X', '-e', *typed] as String[])
assert shown.contains('typist') && shown.contains('reader')
assert !shown.contains('canary') && !shown.contains('[password-in-pom]')

// nor where something is wrong beside it, or with it
def wrong = fails(['-X', '-e', *typed, '-Dlayered.transfers=0', '-Dlayered.from.auth.username='] as String[])
assert wrong.contains('[transfers-range]') && wrong.contains('[auth-incomplete]')
assert !wrong.contains('canary')
def unknown = fails(['-X', '-e', '-Dlayered.to.auth=canary', '-Dlayered.to.server=nobody'] as String[])
assert unknown.contains("settings.xml has no server 'nobody'") && unknown.contains('[configuration-unknown-property]')
assert !unknown.contains('canary')

// in a pom it is warned of, with its line
def exposed = run('-Pexposed')
assert exposed.contains('[password-in-pom]')
assert exposed =~ /where: <to><auth><password> in pom\.xml:54/
assert !exposed.contains('canary')

// nothing of it is in what the plugin writes
def built = BuiltImage.of(basedir)
assert built.image().layerNames() == ['classes', 'start']
new File(basedir, 'target/layered').eachFileRecurse(groovy.io.FileType.FILES) {
    assert !it.getText('ISO-8859-1').contains('canary') : it
}

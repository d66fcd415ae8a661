import dev.layered.real.BuildLogs
import dev.layered.real.MavenRun
import groovy.json.JsonSlurper

def logs = BuildLogs.of(basedir)
def answer = logs.run(1)
def size = { name, version ->
    new File(basedir, "repository/com/example/parts/$name/$name/$version/$name-${version}.jar").length()
}
def big = size('big', '1.1')
def busy = size('busy', '1.2')
def calm = size('calm', '1.1')
// of sources 45 % are counted; they changed before the third image
def source = new File(basedir, 'src/main/java/com/example/suggested/Main.java').length()
def own = Math.round(source * 0.45d)
def ownBefore = Math.round((source - '// no pom is touched\n'.length()) * 0.45d)

// five commits can be read, so four releases: busy twice, calm, big
assert answer.contains('Left out ') && answer.contains('Replayed: 5 commits that touch a pom')
def json = new File(basedir, 'target/layered')
def told = { new JsonSlurper().parse(new File(json, 'suggest.json')) }
assert logs.run(2).contains('Without a history nothing can be replayed')
assert told().releases == 0 && told().depLayers.last().catchAll

def maven = MavenRun.in(basedir, localRepositoryPath)
def second = maven.goals('layered:suggest')
def suggestion = told()
assert suggestion.releases == 4
// everything is in one layer as it is now and with Jib: each release sends it whole
assert suggestion.ways.now.upload == (4 * (big + busy + calm) + own).intdiv(4)
assert suggestion.ways.jib.upload == suggestion.ways.now.upload
assert suggestion.ways.ideal.upload == (big + 2 * busy + calm + own).intdiv(4)
// each has a layer of its own: only what changed is sent
assert suggestion.ways.automatic.upload == suggestion.ways.ideal.upload
assert suggestion.ways.proposed.pull == suggestion.ways.ideal.pull
// on such hosts what lies above is pulled again: busy lies on top, big lowest
assert suggestion.ways.proposed.chain == ((big + calm + busy) + (calm + busy) + 2 * busy + ownBefore + 3 * own).intdiv(4)
assert suggestion.keepAutomatic
assert suggestion.depLayers*.changes == [1, 1, 2, 0]
assert second.contains('Keep automatic layering') && second.contains('<depLayer>')
assert second.contains('less would have moved than with the project\'s configuration as it is now')
assert !new File(json, 'suggest-poms').exists()

// what is proposed can be pasted: every rule takes what it is for
def pasted = new File(json, 'suggest.xml').text
def pom = new File(basedir, 'pom.xml')
def before = pom.text
pom.text = before.replaceFirst('(?s)<!-- what suggest prints.*</layering>', pasted)
def plan = maven.goals('layered:plan')
assert ['big', 'calm', 'busy'].every { plan.contains("com.example.parts.${it}: 1 file") }
assert !plan.contains('[WARNING]')
pom.text = before

assert logs.run(3).contains('[git-shallow]') && logs.run(3).contains('git fetch --unshallow')

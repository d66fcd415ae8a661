import dev.layered.real.FileStates
import dev.layered.real.MavenRun

def store = new File(basedir, 'store')
def maven = MavenRun.in(basedir, localRepositoryPath)
def run = { String... goals -> maven.goals([*goals, "-Dlayered.cache=$store" as String] as String[]) }
def target = new File(basedir, 'target')
def build = { String... options ->
    target.deleteDir()
    run(['package', *options] as String[])
}
build()
def image = new File(basedir, 'target/layered/image')
def digest = new File(basedir, 'target/layered/image.digest')
def blobs = { new File(store, 'v1/blobs/sha256').listFiles().findAll { it.name.size() == 64 } }
def made = blobs().size()
assert made > 0

// a dry run changes not a byte
def before = FileStates.under(basedir)
def told = run('layered:prune', '-Dlayered.prune.maxSize=0', '-Dlayered.prune.dryRun=true')
assert told.contains('to delete') && told =~ /layers +$made +[0-9.]+ k?B +0 h ago +$made /
assert FileStates.under(basedir) == before

// nothing is too much, or too old
assert !(run('layered:prune', '-Dlayered.prune.unusedFor=1d') =~ /layers .* $made +[0-9.]+ k?B\s*$/)
assert blobs().size() == made

// the store is empty, and the image whole: what is made again is the same
def layout = FileStates.under(image)
run('layered:prune', '-Dlayered.prune.maxSize=0')
assert blobs().isEmpty()
assert FileStates.under(image) == layout
def wanted = digest.text
def again = build()
assert again.contains(' built') && digest.text == wanted && blobs().size() == made

// a run deletes nothing that was just in use, however small the store should be
build('-Dlayered.cacheSize=0')
assert blobs().size() == made

// outside of a project
def away = new File(basedir, 'away')
away.mkdirs()
def pom = new File(basedir, 'pom.xml')
def goal = 'dev.layered:layered-maven-plugin:' + pom.text.find('(?<=layered-maven-plugin</artifactId>\\s{1,20}<version>)[^<]+') + ':prune'
def outside = maven.copiedTo(away.toPath())
assert outside.goals(goal, '-Dlayered.cache=../none').contains('There is nothing in the local store')
outside.goals(goal, '-Dlayered.cache=../store', '-Dlayered.prune.maxSize=0')
assert blobs().isEmpty() && new File(basedir, 'none').exists() == false
return true

import dev.layered.real.BuildLogs
import dev.layered.real.BuiltImage
import dev.layered.real.MavenRun

// both goals in one run, in their phases; a module without a main class has no image to verify
def first = BuildLogs.of(basedir).run(1)
assert first =~ /documents +1 index, 2 manifests, 2 configs +right/
assert first =~ /layers +7 layers, \d+ entries .* right/
assert first =~ /record +2 platforms, 5 layers, \d+ entries +right/
assert first =~ /class path +4 artifacts +right/
assert first.contains('The image is what it should be.')
assert first.count('Skipped library: ') == 2

// alone in a reactor of which nothing is installed, and without a compiler or a resolver
def maven = MavenRun.in(basedir, localRepositoryPath)
def rebuilt = maven.goals('layered:verify', '-Dlayered.rebuild=true')
assert rebuilt =~ /rebuild +5 layers .* right/
assert !rebuilt.contains('compiler:') && !rebuilt.contains('Compiling')

def fails = { String... goals ->
    try {
        maven.goals(goals)
    } catch (AssertionError | IllegalStateException | IOException failure) {
        return failure.message
    }
    throw new AssertionError((Object) "passed: $goals")
}

// a source that changed is no damage
def greeting = new File(basedir, 'app/target/classes/greeting.txt')
def text = greeting.text
greeting.text = 'Good night'
assert maven.goals('layered:verify').contains('The image is what it should be.')
def changed = fails('layered:verify', '-Dlayered.rebuild=true')
assert changed.contains("greeting.txt' is not what it was when the image was built") && changed.contains('[verify-source]')
greeting.text = text

// one bit of one layer, and the other faults in the same run
def image = BuiltImage.of(new File(basedir, 'app')).image('linux/amd64')
def blob = new File(basedir, 'app/target/layered/image/blobs/sha256/' + image.layer('classes').digest() - 'sha256:')
def bytes = blob.bytes
bytes[bytes.length - 12] ^= 1
assert blob.delete()
blob.bytes = bytes
new File(basedir, 'app/target/layered/image.digest').text = 'sha256:0'
def damaged = fails('layered:verify')
assert damaged.contains('[check-digest]') && damaged.contains('[verify-digest]') && damaged =~ /layers .* 1 fault\b/

// there is none
assert new File(basedir, 'app/target/layered/image').deleteDir()
def missing = fails('layered:verify')
assert missing.contains("There is no image in 'target/layered/image' yet, and none was pushed. [verify-image]")
assert missing.contains('where: target/layered/image') && missing.contains('mvn package')

import dev.layered.real.BuildLogs
import dev.layered.real.BuiltImage
import dev.layered.real.FileStates
import dev.layered.real.MavenRun
import dev.layered.real.RealTool
import dev.layered.real.Skopeo

def maven = MavenRun.in(basedir, localRepositoryPath)
def inspect = { String... options -> maven.goals(['layered:inspect', *options] as String[]).replaceAll(' +', ' ') }
def fails = { Closure run ->
    try {
        run()
    } catch (AssertionError | IllegalStateException | IOException failure) {
        return failure.message
    }
    throw new AssertionError((Object) 'passed')
}

// the bases differ, and so the platforms stand alone; what is above is told once
def contents = BuildLogs.of(basedir).run(1).replaceAll(' +', ' ')
assert contents.contains('1.0.0 for linux/amd64\n') && contents.contains('1.0.0 for linux/arm64\n')
assert contents.contains('COLOUR=blue') && contents.contains('MACHINE=arm64')
assert contents =~ /1 base layer 1 1 \S+ B \S+ kB [0-9a-f]{12} gzip\s/
assert contents =~ /2 dependencies 1 \S+ kB \S+ kB [0-9a-f]{12} gzip [0-9a-f]{12}/
assert contents.contains('org.slf4j:slf4j-api:2.0.17 ')
assert contents.contains('/app/classes/ 2 files') && contents.contains('/etc/ 1 file')
assert contents.count('the same as layer 2 of linux/amd64') == 1

// every platform has its own file there
def machine = inspect('-Dlayered.inspect.file=/etc/machine')
assert machine.contains('on linux/amd64:') && machine.contains('on linux/arm64:')
assert machine =~ /layer 1 base layer 1 counts file 0644 0:0 \S+ 5 B sha256:/
def pattern = inspect('-Dlayered.inspect.file=/app/**/*.class', '-Dlayered.inspect.platform=linux/arm64')
assert pattern.contains('Main.class') && pattern.contains('Other.class') && !pattern.contains('amd64')
def nothing = fails { inspect('-Dlayered.inspect.file=Mian.class') }
assert nothing.contains("'Mian.class' is nowhere in the image. [inspect-nothing]") && nothing.contains('write Main.class')

// another version: one class is new, one library went away
def image = new File(basedir, 'target/layered/image')
def former = new File(basedir, 'former')
image.eachFileRecurse(groovy.io.FileType.FILES) { file ->
    def copy = new File(former, image.toPath().relativize(file.toPath()).toString())
    copy.parentFile.mkdirs()
    copy.bytes = file.bytes
}
def main = new File(basedir, 'src/main/java/com/example/inspected/Main.java')
main.text = main.text.replace('"inspected"', '"inspected once more"')
def pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replaceFirst('(?s)<dependency>.*?</dependency>', '')
maven.goals('package')
def digest = BuiltImage.of(basedir).digest()
def files = FileStates.under(new File(basedir, 'target'))
def compared = inspect('-Dlayered.inspect.against=oci:former')
assert compared.contains('here: oci:target/layered/image') && compared.contains('there: oci:former')
assert compared =~ /base layer 1 \S+ B [0-9a-f]{12} both/
assert compared =~ /resources \S+ B [0-9a-f]{12} both/
assert compared =~ /classes .* here 1 the same, 1 changed/
assert compared =~ /dependencies .* there 1 only there/
assert compared =~ /slf4j-api - 2.0.17/
assert compared =~ /here, having there any blob it has \S+ kB \S+ kB \[\.*#+\]/
assert compared.contains('an unchanged beginning')

// outside of any project, and of an archive
def away = new File(basedir, 'away')
assert away.mkdir()
def goal = 'dev.layered:layered-maven-plugin:' + pom.text.find('(?<=layered-maven-plugin</artifactId>\\s{1,20}<version>)[^<]+') + ':inspect'
def outside = maven.copiedTo(away.toPath())
assert fails { outside.goals(goal) }.contains('There is no image to inspect. [inspect-none]')
assert outside.goals(goal, '-Dlayered.inspect.image=oci:../former').contains('org.slf4j:slf4j-api:2.0.17')
if (RealTool.areThere('inspection of an archive', 'skopeo')) {
    Skopeo.copy(former.toPath(), 'arm64', 'docker-archive:' + new File(basedir, 'former.tar') + ':shop/inspected:1')
    def archive = outside.goals(goal, '-Dlayered.inspect.image=docker-archive:../former.tar')
    assert archive.contains('shop/inspected:1 for linux/arm64') && archive.contains('org.slf4j:slf4j-api:2.0.17')
    def same = outside.goals(
            goal, '-Dlayered.inspect.image=docker-archive:../former.tar', '-Dlayered.inspect.against=oci:../former')
    assert same.contains('both, packed otherwise') && !same.contains('only here') && same.contains('only there: linux/amd64')
}

// nothing was written
assert BuiltImage.of(basedir).digest() == digest
assert FileStates.under(new File(basedir, 'target')) == files

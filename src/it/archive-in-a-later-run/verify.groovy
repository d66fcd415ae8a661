import dev.layered.real.BuildLogs
import dev.layered.real.MavenRun

def app = new File(basedir, 'app')
def archive = new File(app, 'target/layered/image.oci-archive.tar')
def stillTrue = ~/The image in \S+layered.image is still true\./
def logs = BuildLogs.of(basedir)

// the library was packaged in the first run and installed nowhere: Maven could not resolve it
assert logs.run(2) =~ stillTrue
assert archive.file
def maven = MavenRun.in(basedir, localRepositoryPath)
def inModule = maven.copiedTo(app.toPath())
assert inModule.goals('layered:archive') =~ stillTrue
assert maven.goals('-pl', 'app', 'layered:archive') =~ stillTrue

/** Runs the goal where the image is made anew, which fails without the library. */
def changed = { String... options -> inModule.goals('-fn', 'layered:archive', *options) }

/** Changes a file, looks at what the goal says of it in the module alone, and puts the file back. */
def says = { File file, Closure change, String reason ->
    def (bytes, time) = [file.bytes, file.lastModified()]
    change(file)
    def log = changed()
    assert log.contains("is not true any more: $reason.")
    file.bytes = bytes
    file.lastModified = time
    log
}

def classFile = new File(app, 'target/classes/com/example/app/Main.class')
says(classFile, { def time = it.lastModified(); def bytes = it.bytes; bytes[-1]++; it.bytes = bytes; it.lastModified = time },
        'target/classes/com/example/app/Main.class changed')
def log = says(new File(basedir, 'library/pom.xml'), { it.text = it.text.replace('</project>', '<!-- --></project>') },
        '../library/pom.xml changed')
assert log.contains("The module 'library-not-installed' is not packaged.") && log.contains('e.g. mvn package')
says(new File(basedir, 'pom.xml'), { it.text = it.text.replace('</project>', '<!-- --></project>') },
        '../pom.xml changed')
assert changed('-Dlayered.from.image=oci:nothing').contains('is not true any more: ')
def jar = new File(basedir, 'library/target/library-not-installed-1.0.0.jar').absoluteFile
says(jar, { it << 'x' }, "$jar changed")
def other = new File(basedir, 'library/target/classes/Other.class')
other.text = 'compiled, and not in the jar'
assert changed().contains("the classes beside $jar changed")
assert other.delete()
assert changed('-Dlayered.container.user=1000').contains('the parameter container changed')
assert changed('-Dlayered.to.image=shop/other:1').contains("'shop/other:1' is wanted")

// in the end nothing changed but what the goal itself wrote
assert inModule.goals('layered:archive') =~ stillTrue

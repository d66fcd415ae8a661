import dev.layered.real.BlobFiles
import dev.layered.real.BuiltImage
import dev.layered.real.MavenRun

def modules = (1..20).collect { new File(basedir, String.format('m%02d', it)) }
def digests = { modules.collect { BuiltImage.of(it).digest() } }
def builtAnew = { String threads, String store ->
    modules.each { new File(it, 'target/layered').deleteDir() }
    def cold = new File(basedir, "target/$store")
    MavenRun.in(basedir, localRepositoryPath)
        .goals('dev.layered:layered-maven-plugin:build', '-T', threads, "-Dlayered.cache=$cold" as String)
    // what starts them and their dependencies is the same for all, the classes are not; each blob is what its name says
    assert BlobFiles.in(cold.toPath()).size() == 2 + 20
    digests()
}

def inTheReactor = digests()
assert inTheReactor.unique(false).size() == 20
def images = modules.collect { BuiltImage.of(it).image() }
assert images.collect { it.layer('dependencies').digest() }.unique().size() == 1

assert builtAnew('4', 'cold-for-four') == inTheReactor
assert builtAnew('1', 'cold-for-one') == inTheReactor

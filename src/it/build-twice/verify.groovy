import dev.layered.real.BuiltImage
import dev.layered.real.FileStates
import dev.layered.real.MavenRun

def digest = BuiltImage.of(basedir).digest()
def image = FileStates.under(new File(basedir, 'target/layered/image'))

def second = MavenRun.in(basedir, localRepositoryPath).goals('package')
assert second.contains('othing changed') && second.contains(digest)

// neither written nor replaced: same inode, same time
assert BuiltImage.of(basedir).digest() == digest
assert FileStates.under(new File(basedir, 'target/layered/image')) == image

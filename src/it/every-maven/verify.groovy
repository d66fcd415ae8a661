import dev.layered.real.BuiltImage

def built = BuiltImage.of(basedir)
assert built.platforms() == ['linux/amd64', 'linux/arm64']
assert built.image('linux/arm64').layerNames() == ['dependencies', 'resources', 'classes', 'start']

// the Maven of this build made it first: no other Maven, nor a newer JDK, may change a bit of it
assert built.digest() == BuiltImage.of(new File(basedir, '../../it/every-maven')).digest()

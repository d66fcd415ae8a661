import dev.layered.real.BuiltImage

def built = BuiltImage.of(basedir)
assert built.isIndex()
assert built.platforms() == ['linux/amd64', 'linux/arm64']

def amd64 = built.image('linux/amd64')
def arm64 = built.image('linux/arm64')
assert amd64.layerNames() == ['classes', 'start']
assert amd64.layers()[0].digest() != arm64.layers()[0].digest()
assert amd64.layer('classes') == arm64.layer('classes')
assert amd64.run().Env == ['PATH=/usr/bin', 'MACHINE=amd64'] && arm64.run().Env == ['PATH=/usr/bin', 'MACHINE=arm64']

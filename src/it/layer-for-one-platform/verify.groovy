import dev.layered.real.BuiltImage

def built = BuiltImage.of(basedir)
def amd64 = built.image('linux/amd64')
def arm64 = built.image('linux/arm64')
assert amd64.jars() == [
    dependencies: ['commons-io-2.20.0.jar'],
    'of-amd64': ['slf4j-simple-2.0.17.jar'],
    logging: ['slf4j-api-2.0.17.jar'],
]
assert arm64.jars() == [
    dependencies: ['commons-io-2.20.0.jar'],
    logging: ['slf4j-api-2.0.17.jar', 'slf4j-simple-2.0.17.jar'],
]
// what is the same on both is one blob; each path starts the same
['dependencies', 'classes', 'start'].each { assert amd64.layer(it).digest() == arm64.layer(it).digest() }
assert amd64.layer('logging').digest() != arm64.layer('logging').digest()

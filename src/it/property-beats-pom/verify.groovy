import dev.layered.real.BuiltImage

// test.properties holds what would be typed as -D
def built = BuiltImage.of(basedir)
assert built.platforms() == ['linux/arm64', 'linux/s390x']
assert built.refName().startsWith('registry.example.com/typed')

def run = built.image('linux/arm64').run()
assert run.Labels.findAll { !it.key.startsWith('org.opencontainers.image.') } == [origin: 'typed', 'a/b': 'c']

// a property of the pom fills what the configuration leaves open, and no more
assert run.User == '10001'
assert run.WorkingDir == '/from/configuration'

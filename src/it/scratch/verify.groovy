import dev.layered.real.BuiltImage

def built = BuiltImage.of(basedir)
assert !built.isIndex()
assert built.platforms() == ['linux/amd64']

def image = built.image()
assert image.layers().size() == image.layerNames().size()
assert image.layerNames() == ['dependencies', 'resources', 'classes', 'start']
assert image.layer('dependencies').files().keySet() == ['/app/', '/app/libs/', '/app/libs/slf4j-api-2.0.17.jar'] as Set
assert image.files().keySet().containsAll(['/app/resources/greeting.txt', '/app/classes/com/example/scratch/Main.class'])
assert image.run().Entrypoint == ['java', '-cp', '@/app/classpath', 'com.example.scratch.Main']
assert image.layers().every { it.key() =~ /[0-9a-f]{64}/ }

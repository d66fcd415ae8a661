import dev.layered.real.BuiltImage

def app = BuiltImage.of(new File(basedir, 'app')).image()
assert app.jars() == [
    dependencies: ['odd-1.0.jar'],
    core: ['alpha-1.0.jar'],
    'third-party': ['legacy-beta-1.0.jar', 'native-1.0.jar', 'unversioned-2.5.jar'],
    native: ['native-1.0-linux.jar'],
    tests: ['alpha-1.0-tests.jar'],
    versioned: ['versioned-1.5.jar'],
    'at-run-time': ['runtime-1.0.jar'],
    snapshots: ['moving-1.0-SNAPSHOT.jar'],
    modules: ['library-of-rules-1.0.0.jar'],
]
// the order of the image, not only of a map
assert app.layerNames() == app.jars().keySet().toList() + ['classes', 'start']

// rules that are called as our own layers place those
def placed = BuiltImage.of(new File(basedir, 'placed')).image()
assert placed.layerNames() == ['snapshots', 'dependencies', 'above', 'modules', 'classes', 'start']
assert placed.jars().subMap('snapshots', 'dependencies') ==
    [snapshots: ['moving-1.0-SNAPSHOT.jar'], dependencies: ['odd-1.0.jar']]

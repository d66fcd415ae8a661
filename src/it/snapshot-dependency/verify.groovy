import dev.layered.real.BuiltImage

def image = BuiltImage.of(basedir).image()
assert image.layerNames() == ['dependencies', 'snapshots', 'classes', 'start']

// the base version: the time in the repository's file name would change the path with each deployment
assert image.layer('snapshots').files().keySet() == ['/app/', '/app/libs/', '/app/libs/library-2.0-SNAPSHOT.jar'] as Set
assert image.layer('start').text('/app/classpath').contains('/app/libs/library-2.0-SNAPSHOT.jar')

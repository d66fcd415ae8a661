import dev.layered.real.BuildLogs
import dev.layered.real.BuiltImage

def app = BuiltImage.of(new File(basedir, 'app'))
assert app.image().layerNames() == ['dependencies', 'rest', 'modules', 'classes', 'start']
assert app.image().layer('modules').jars() == ['installed-library-1.0.0.jar']

// each of the three runs told the one digest
assert BuildLogs.of(basedir).runsThatMention(app.digest()) == 3

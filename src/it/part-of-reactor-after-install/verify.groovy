import dev.layered.real.BuildLogs
import dev.layered.real.BuiltImage

def app = BuiltImage.of(new File(basedir, 'app'))
assert app.image().layerNames() == ['dependencies', 'modules', 'classes', 'start']
assert app.image().layer('modules').files().keySet().contains('/app/libs/installed-library-1.0.0.jar')

// both runs told the one digest
assert BuildLogs.of(basedir).runsThatMention(app.digest()) == 2

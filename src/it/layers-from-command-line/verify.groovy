import dev.layered.real.BuildLogs
import dev.layered.real.BuiltImage

def built = BuiltImage.of(basedir)
assert built.image().layerNames() == ['third-party', 'logging', 'classes', 'start']
assert built.image().layer('logging').jars() == ['slf4j-api-2.0.17.jar', 'slf4j-simple-2.0.17.jar']

// each of the three runs told the one digest
assert BuildLogs.of(basedir).runsThatMention(built.digest()) == 3

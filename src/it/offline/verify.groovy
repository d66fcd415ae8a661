import dev.layered.real.BuildLogs
import dev.layered.real.BuiltImage

def built = BuiltImage.of(basedir)
assert built.image().layerNames() == ['dependencies', 'classes', 'start']
assert BuildLogs.of(basedir).runsThatMention(built.digest()) == 2

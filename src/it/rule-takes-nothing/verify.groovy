import dev.layered.real.BuildLogs
import dev.layered.real.BuiltImage

def logs = BuildLogs.of(basedir)
def nothing = ["The rule 'absent' matches no artifact of the class path. [rule-unused]",
    "The rule 'too-late' takes nothing: all that it matches goes to 'of-ours'. [rule-shadowed]",
    "The rule 'system-only' matches no artifact of the class path. [rule-unused]"]
def small = ["This layer holds less than 100 kB: 'of-ours' (0 kB). [rule-small]",
    "The artifact 'com.example.nothing:hollow:1.0' is empty. [artifact-empty]"]
(nothing + small).each { assert logs.run(1).contains("[WARNING] $it") }
assert BuiltImage.of(basedir).image().layerNames() == ['commons-io', 'dependencies', 'of-ours', 'classes', 'start']

// with <strict> all at once, but never the rule that may take nothing
nothing.each { what -> assert logs.run(2).readLines().any { it.startsWith('[ERROR]') && it.contains(what) } }
assert logs.runsThatMention("The rule 'perhaps'") == 0

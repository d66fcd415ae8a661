import dev.layered.real.BuildLogs
import dev.layered.real.FileStates
import dev.layered.real.MavenRun

// neither goal compiles, packages or writes anything else; prebuild.groovy noted what was there
def after = FileStates.under(basedir)
def written = after.keySet().findAll { after[it] != context.before[it] } - 'build.log'
assert written == ['app/target', 'app/target/layered', 'app/target/layered/plan.json'] as Set
assert context.before.keySet() - after.keySet() == [] as Set

def logs = BuildLogs.of(basedir)
assert logs.runsThatMention("Left out of this plan: The module 'library-not-packaged' is not packaged.") == 2
assert logs.runsThatMention('library-not-packaged-1.0.0.jar') == 0 : 'asked a server for a module'
assert logs.run(1) =~ /logging: 1 file, .*, key [0-9a-f]{12}, /
assert logs.run(2).contains('There is no image yet to compare with.')

// once there is an image, explain tells what changed since
def maven = MavenRun.in(basedir, localRepositoryPath)
assert maven.goals('package', 'layered:explain').contains('No layer changed since the image was made.')
new File(basedir, 'app/src/main/resources/greeting.txt').text = 'Good evening'
assert maven.goals('process-classes', 'layered:explain') =~ /layer resources changed:\s.*\s+~ \/app\/resources\/greeting.txt/

import dev.layered.real.BuiltClasses
import dev.layered.real.BuiltImage

def classes = BuiltClasses.of(basedir, localRepositoryPath, ['one', 'two'])
try {
    def digests = classes.digests()
    assert digests.one != digests.two

    // two platforms, every layer but the snapshots', and what a locale or a umask could spoil
    def image = BuiltImage.of(new File(basedir, 'one')).image('linux/arm64')
    assert image.layerNames() == ['dependencies', 'modules', 'resources', 'classes', 'start']
    def resources = image.layer('resources').files()
    assert resources.containsKey('/app/resources/I\u0131\u0130/\u00dcbersicht \ud83d\ude00.txt')
    assert resources['/app/resources/start.sh'].mode() == 0755

    assert classes.digestsFarAway() == digests
    assert classes.digestsOnJdk(System.getProperty('java.home'), true) == digests
    def newest = System.getenv('JAVA_HOME_25')
    if (newest) {
        assert classes.digestsOnJdk(newest, false) == digests
    }
} finally {
    classes.delete()
}

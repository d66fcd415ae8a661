import dev.layered.real.BuiltImage
import dev.layered.real.HostJava

def image = BuiltImage.of(new File(basedir, 'app')).image()
def jars = image.files().keySet().findAll { it.endsWith('.jar') }
assert jars == ['/app/libs/com.example.left-same-1.0.0.jar', '/app/libs/com.example.right-same-1.0.0.jar'] as Set

// none replaced the other, and the class path keeps Maven's order
['left', 'right'].each {
    def jar = image.files()["/app/libs/com.example.${it}-same-1.0.0.jar" as String]
    assert jar.holds(new File(basedir, "$it/target/same-1.0.0.jar"))
}
def classpath = image.layer('start').text('/app/classpath')
assert classpath.indexOf('com.example.right-same') < classpath.indexOf('com.example.left-same')

// the application finds a class in each
assert HostJava.run(image).strip() == 'leftright'

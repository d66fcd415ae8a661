import dev.layered.real.BuildLogs
import dev.layered.real.BuiltImage
import dev.layered.real.HostJava
import dev.layered.real.JarContents

def image = BuiltImage.of(basedir).image()
def name = 'spring-boot-executable-jar-1.0.0.jar'
assert image.layer('classes').jars() == [name]
def plain = new File(basedir, "target/${name}.original").bytes
assert JarContents.of(image.layer('classes').bytes("/app/$name" as String)) == JarContents.of(plain)
assert BuildLogs.of(basedir).run(1).contains("$name is Spring Boot's executable jar")

// the libraries are there once, in the layer of dependencies, and with the plain jar they start
assert HostJava.run(image).contains('Started BootApplication')

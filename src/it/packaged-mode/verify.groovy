import dev.layered.real.BuiltImage
import dev.layered.real.HostJava
import dev.layered.real.JarContents

def image = BuiltImage.of(basedir).image()
assert image.layerNames() == ['dependencies', 'classes', 'start']
assert image.layer('classes').jars() == ['packaged-mode-1.0.0.jar']
def jar = new File(basedir, 'target/packaged-mode-1.0.0.jar').bytes
assert JarContents.of(image.layer('classes').bytes('/app/packaged-mode-1.0.0.jar')) == JarContents.of(jar)

// it starts from the jar, which finds its resource and its library
assert HostJava.run(image) =~ 'Hello from file:.*/app/packaged-mode-1.0.0.jar'

import dev.layered.real.BuiltImage
import dev.layered.real.RealTool
import dev.layered.real.UnpackedExtras
import dev.layered.real.Json

def built = BuiltImage.withExtras(basedir)
def image = built.image()
assert image.layerNames() == ['data', 'resources', 'classes', 'extra', 'config', 'start']

def text = { layer -> image.layer(layer).files().values().findAll { !(it.path() in ['/app/', '/app/resources/']) }
    .collect { (it.path() + ' ' + Integer.toOctalString(it.mode()) + ' ' + it.owner() + ' ' + it.link()).trim() } }
assert text('data') == [
    '/srv/ 755 0:0', '/srv/data/ 755 0:0', '/srv/data/cities.csv 644 0:0', '/srv/data/prices.csv 644 0:0']
assert text('config') == [
    '/etc/ 755 0:0', '/etc/cart/ 755 0:0', '/etc/cart/cart.conf 644 0:0',
    '/etc/cart/more/ 755 0:0', '/etc/cart/more/log.conf 644 0:0']
assert text('extra') == [
    '/app/resources/greeting.txt 644 0:0',
    '/home/ 755 0:0', '/home/cart/ 700 10001:10002', '/home/cart/profile 644 10001:10002',
    '/opt/ 755 0:0', '/opt/bin/ 755 0:0', '/opt/bin/cart.sh 755 0:0', '/opt/bin/now 777 0:0 cart.sh',
    '/opt/java 777 0:0 /usr/lib/jvm',
    '/usr/ 755 0:0', '/usr/local/ 755 0:0', '/usr/local/bin/ 755 0:0', '/usr/local/bin/cart 777 0:0 /opt/bin/cart.sh',
    '/var/ 755 0:0', '/var/empty/ 755 0:0']
assert image.layer('extra').text('/app/resources/greeting.txt') == 'another\n'
assert image.layer('classes').files().keySet().findAll { it.endsWith('.class') } as List ==
    ['/app/classes/com/example/extra/Main.class']

def log = new File(basedir, 'build.log').text
assert log.contains("The pattern '/nowhere/**' for 0600 matches nothing")
assert log.contains('left out by .layeredignore: 3 files, a folder counts as one')
assert log.contains('extra directory:  src/main/jib, <extraDirectories><paths><path> in pom.xml:40')
assert log.contains("mode:             0755, by '/opt/bin/*.sh', <extraDirectories><permissions><permission> in pom.xml:65")
assert log =~ /left out: +ignored by src\/main\/jib\/opt\/\.layeredignore line 1/

// the run with properties wrote plan.json; they are in the place of the pom's lists
def plan = Json.read(new File(basedir, 'target/layered/plan.json').toPath())
assert plan.settings.extraDirectories.take(4) == [
    'path src/main/etc into / layer extra', 'path src/main/over into / layer extra',
    'mode /*.conf 0400', 'mode /nothing 0500']
def conf = plan.layers.find { it.name == 'extra' }.entries.find { it.path == '/cart.conf' }
assert conf.mode == '0400'

def proof = 'that umoci unpacks extra files with their modes, owners and links'
if (RealTool.areThere(proof, 'umoci', 'skopeo') && RealTool.isRoot(proof)) {
    UnpackedExtras.areAsPlanned(basedir)
}

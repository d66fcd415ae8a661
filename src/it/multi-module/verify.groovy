import dev.layered.real.BuiltImage
import dev.layered.real.MavenRun

def storefront = BuiltImage.of(new File(basedir, 'storefront'))
def invoices = BuiltImage.of(new File(basedir, 'invoices'))
assert storefront.refName().contains('registry.example.com/shop/storefront')

['linux/amd64', 'linux/arm64'].each {
    assert storefront.image(it).layerNames() == ['dependencies', 'commons', 'modules', 'classes', 'start']
    assert invoices.image(it).layerNames() == ['commons', 'modules', 'classes', 'start']
    // one layer to both applications: a host that has the one image has it for the other
    assert storefront.image(it).layer('commons').digest() == invoices.image(it).layer('commons').digest()
    assert storefront.image(it).layer('modules').digest() == invoices.image(it).layer('modules').digest()
}
assert invoices.image('linux/amd64').run().Entrypoint.last() == 'com.example.shop.invoices.Invoice'

// Maven calls inspect by name once for all modules, as it needs no project: it shows the image of each
['1', '4'].each {
    def shown = MavenRun.in(basedir, localRepositoryPath).goals('layered:inspect', '-T', it)
    assert shown.contains('oci:storefront/target/layered/image') && shown.contains(storefront.digest())
    assert shown.contains('oci:invoices/target/layered/image') && shown.contains(invoices.digest())
    assert shown.contains('Skipped shop: its packaging is pom.') && shown.contains('Skipped prices: it does not name')
}
assert !new File(basedir, 'prices/target/layered').exists()

// a jar of a module that was made at another time gives the same layer
def jar = new File(basedir, 'prices/target').listFiles().find { it.name.endsWith('.jar') }
def before = jar.bytes
assert jar.delete()
MavenRun.in(basedir, localRepositoryPath).goals('package', '-Dproject.build.outputTimestamp=2020-02-03T04:05:06Z')
assert jar.bytes != before
assert BuiltImage.of(new File(basedir, 'storefront')).digest() == storefront.digest()

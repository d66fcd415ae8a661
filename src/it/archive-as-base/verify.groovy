import dev.layered.real.BuiltImage

def lower = BuiltImage.of(new File(basedir, 'lower')).image()
def below = lower.layers()*.digest()
assert below.size() == 2

for (module in ['on-oci-archive', 'on-docker-archive']) {
    def image = BuiltImage.of(new File(basedir, module)).image()
    assert image.layers().size() == 4
    // gzip layers of either kind of archive keep their digests
    assert image.layers()*.digest().take(2) == below
    assert image.layerNames() == ['classes', 'start', 'classes', 'start']
    assert image.run().Entrypoint.last() == "com.example.chain.${module.split('-')*.capitalize().join()}"
}

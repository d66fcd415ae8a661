import dev.layered.real.BuiltImage

def images = ['one', 'two', 'three', 'four'].collect { BuiltImage.of(new File(basedir, it)).image() }
assert images.every { it.layerNames() == ['dependencies', 'modules', 'classes', 'start'] }
assert images.collect { it.layer('dependencies').digest() }.unique().size() == 1
assert images.collect { it.layer('modules').digest() }.unique().size() == 1
assert images.collect { it.layer('classes').digest() }.unique().size() == 4

// nothing but the applications has an image
assert !new File(basedir, 'library/target/layered').exists()

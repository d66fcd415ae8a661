import dev.layered.real.BuiltImage

// what only the framework brings in goes along with it, also by two ways; what somebody else needs too stays
assert BuiltImage.of(basedir).image().jars() == [
    dependencies: ['kept-1.0.jar', 'other-1.0.jar', 'shared-1.0.jar'],
    framework: ['bottom-1.0.jar', 'framework-1.0.jar', 'left-1.0.jar', 'right-1.0.jar'],
]

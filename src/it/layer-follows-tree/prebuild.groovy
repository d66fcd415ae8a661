import dev.layered.real.SmallRepository

// a diamond below the framework, and one whose other side is not the framework's
SmallRepository.at(new File(basedir, 'repository').toPath()).with {
    jar('com.example.tree:framework:1.0', 'com.example.tree:left:1.0', 'com.example.tree:right:1.0',
        'com.example.tree:kept:1.0')
    jar('com.example.tree:left:1.0', 'com.example.tree:bottom:1.0')
    jar('com.example.tree:right:1.0', 'com.example.tree:bottom:2.0', 'com.example.tree:shared:2.0')
    jar('com.example.tree:other:1.0', 'com.example.tree:shared:1.0')
    jar('com.example.tree:bottom:1.0')
    jar('com.example.tree:bottom:2.0')
    jar('com.example.tree:shared:1.0')
    jar('com.example.tree:shared:2.0')
    jar('com.example.tree:kept:1.0')
}

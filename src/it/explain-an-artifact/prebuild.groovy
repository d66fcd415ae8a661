import dev.layered.real.SmallRepository

SmallRepository.at(new File(basedir, 'repository').toPath()).with {
    jar('com.example.explained:upper:1.0', 'com.example.explained:middle:1.0')
    jar('com.example.explained:middle:1.0', 'com.example.explained.left:same:1.0')
    jar('com.example.explained.left:same:1.0')
    jar('com.example.explained.right:same:1.0')
}

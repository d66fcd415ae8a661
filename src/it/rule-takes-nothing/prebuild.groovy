import dev.layered.real.SmallRepository

SmallRepository.at(new File(basedir, 'repository').toPath()).with {
    jar('com.example.nothing:tiny:1.0')
    empty('com.example.nothing:hollow:1.0')
}

import dev.layered.real.SmallRepository
import dev.layered.real.SnapshotRepository

def folder = new File(basedir, 'repository').toPath()
SmallRepository.at(folder).with {
    jar('com.example.rules.core:alpha:1.0')
    classified('com.example.rules.core:alpha:1.0', 'tests')
    jar('com.example.rules.core:legacy-beta:1.0')
    jar('com.example.rules:native:1.0')
    classified('com.example.rules:native:1.0', 'linux')
    jar('com.example.rules:versioned:1.5')
    jar('com.example.rules:unversioned:2.5')
    jar('com.example.rules:runtime:1.0')
    jar('com.example.rules:odd:1.0')
}
SnapshotRepository.at(folder).deploy('com.example.rules', 'moving', '1.0')

import dev.layered.real.SnapshotRepository

SnapshotRepository.at(new File(basedir, 'repository').toPath()).deploy('com.example.remote', 'library', '2.0')

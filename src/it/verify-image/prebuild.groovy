import dev.layered.real.SmallBase

SmallBase.write(new File(basedir, 'base').toPath(), 'amd64', 'arm64')

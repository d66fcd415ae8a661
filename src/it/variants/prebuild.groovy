import dev.layered.real.SmallBase

SmallBase.write(new File(basedir, 'app/cuda-base').toPath(), 'amd64')

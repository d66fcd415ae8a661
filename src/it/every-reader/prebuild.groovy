import dev.layered.real.SpecialFiles
import dev.layered.real.SystemBase

SystemBase.write(new File(basedir, 'base').toPath())
SpecialFiles.write(new File(basedir, 'files').toPath())

return true

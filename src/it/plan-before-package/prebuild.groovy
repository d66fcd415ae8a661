import dev.layered.real.FileStates

context.before = FileStates.under(basedir)
return true

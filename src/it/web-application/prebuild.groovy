import dev.layered.real.JlinkBase

if (JlinkBase.isPossible()) {
    def base = JlinkBase.in(new File(basedir, '../../../target').toPath())
    new File(basedir, 'test.properties').text = "layered.from.image=oci:$base\n"
}
// anything else that a script ends with is a failure to the invoker
return true

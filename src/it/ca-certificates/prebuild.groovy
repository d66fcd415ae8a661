import dev.layered.real.SignedServer
import java.nio.file.Files

def authority = new File(basedir, 'authority').toPath()
SignedServer.makeAuthority(authority)
Files.createDirectories(basedir.toPath().resolve('certs'))
Files.copy(authority.resolve('authority.pem'), basedir.toPath().resolve('certs/corp-root.pem'))
return true

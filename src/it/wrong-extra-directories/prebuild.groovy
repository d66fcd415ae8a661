import java.nio.file.Files
import java.nio.file.Path

Files.createSymbolicLink(basedir.toPath().resolve('src/main/jib/out'), Path.of('../../../pom.xml'))

return true

import java.nio.file.Files
import java.nio.file.Path

// here and not in the source tree: neither ignore files nor links survive every way to copy it
def base = basedir.toPath()
Files.writeString(base.resolve('.layeredignore'), '*.bak\nOnly*.class\n')
Files.writeString(base.resolve('src/main/jib/opt/.layeredignore'), '/tmp/\n')
Files.createSymbolicLink(base.resolve('src/main/jib/opt/bin/now'), Path.of('cart.sh'))
Files.createSymbolicLink(base.resolve('src/main/jib/opt/java'), Path.of('/usr/lib/jvm'))
Files.createSymbolicLink(base.resolve('src/main/data/prices.csv'), Path.of('../shared/prices.csv'))
Files.createDirectories(base.resolve('src/main/jib/var/empty'))

return true

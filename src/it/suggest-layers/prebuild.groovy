import dev.layered.real.GitHistory
import dev.layered.real.SmallRepository

SmallRepository.at(new File(basedir, 'repository').toPath()).with {
    ['1.0', '1.1'].each { sized("com.example.parts.big:big:$it", 400_000) }
    ['1.0', '1.1', '1.2'].each { sized("com.example.parts.busy:busy:$it", 150_000) }
    ['1.0', '1.1'].each { sized("com.example.parts.calm:calm:$it", 300_000) }
}

def pom = new File(basedir, 'pom.xml')
def now = pom.text
def history = GitHistory.begin(basedir.toPath())
def commit = { big, busy, calm, message ->
    pom.text = now.replaceFirst('1.1(?=</big)', big).replaceFirst('1.2(?=</busy)', busy)
        .replaceFirst('1.1(?=</calm)', calm)
    history.commit(message)
}
commit('1.0', '1.0', '1.0', 'begin')
commit('1.0', '1.1', '1.0', 'busy 1.1')
new File(basedir, 'src/main/java/com/example/suggested/Main.java') << '// no pom is touched\n'
history.commit('source only')
commit('1.0', '1.2', '1.0', 'busy 1.2')
pom.text = '<project>'
history.commit('a pom that nobody can read')
commit('1.0', '1.2', '1.1', 'calm 1.1')
commit('1.1', '1.2', '1.1', 'big 1.1')
assert pom.text == now

// only the end of the history is there
GitHistory.cloneShallow(basedir.toPath(), new File(basedir, 'shallow').toPath())

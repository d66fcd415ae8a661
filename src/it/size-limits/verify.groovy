def lines = new File(basedir, 'build.log').readLines()

def told = { String level, String id, String element ->
    def found = (0..<lines.size()).findAll { lines[it].startsWith("[$level]") && lines[it].contains("[$id]") }
    assert found.size() == 1 : "$level $id: $found"
    assert lines[found[0] + 1] ==~ /.*  where: <limits><$element> in pom\.xml:\d+/ : lines[found[0] + 1]
    lines[found[0]]
}

// the plan warns, and goes on
assert told('WARNING', 'limit-image', 'image').contains("no more than 50.0 kB are allowed. Its biggest layers: '")
assert told('WARNING', 'limit-app-layer', 'appLayer').contains("'/app/resources/model.txt' (2.0 kB)")
def ours = lines.findIndexOf { it.contains('BUILD FAILURE') }
assert lines.findIndexOf { it.contains('BUILD SUCCESS') } < ours

// the build tells both at once, and makes nothing before it is allowed to
def failure = lines.subList(ours, lines.size()).join('\n')
assert failure.contains('[limit-image]') && failure.contains('[limit-app-layer]')
assert lines.subList(0, ours).every { !it.contains('writing layer') && !it.contains('image layout:') }
assert lines.subList(ours, lines.size()).any { it.contains('image layout:') }
assert new File(basedir, 'target/layered/image/index.json').exists()
return true

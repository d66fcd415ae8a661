import dev.layered.real.BuildLogs

def logs = BuildLogs.of(basedir)
def answers = logs.run(1).replaceAll(' +', ' ').split('layered:.*:explain').drop(1)
def rule = { 'a rule matches it: <depLayers><depLayer> in pom.xml:' + it }
def expected = [
    ['com.example.explained.left:same:1.0', 'path: /app/libs/com.example.explained.left-same-1.0.jar',
        'layer parts: 1 of 5', "why parts: ${rule(83)}", 'also matching: all-of-ours',
        'com.example.explained:upper -> com.example.explained:middle -> com.example.explained.left:same',
        'renamed: same-1.0.jar is also the file name of com.example.explained.right:same:1.0'],
    ['com.example.explained:upper:1.0', 'path: /app/libs/upper-1.0.jar', "why all-of-ours: ${rule(89)}"],
    ['/app/resources/greeting.txt', 'layer: resources, 3 of 5', 'target/classes/greeting.txt'],
    ['layer parts', "because ${rule(83)}:", 'left:same:1.0', 'right:same:1.0'],
]
[answers, expected].transpose().each { answer, facts ->
    facts.each { assert answer.contains(it) }
}
assert answers.size() == expected.size()

assert logs.run(2).contains("'nobody:nothing' is nothing in the image. [explain-nothing]")
assert logs.run(2).contains('name a layer (parts, all-of-ours, resources, classes, start), a path such as')

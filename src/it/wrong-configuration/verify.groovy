def log = new File(basedir, 'build.log').text

// of the parent, its profile, the module, the execution and the command line: all in one run, each with its line
[
    "No goal of this plugin has a parameter 'containerisingMode'.": '<containerisingMode> in pom.xml:34',
    "<from> has no element 'imge'.": '<from><imge> in pom.xml:29',
    '<os> stands directly in <platforms>, which holds one element per item.': '<from><platforms><os> in pom.xml:31',
    "<to> takes elements, not the text 'registry.example.com/wrong'.": '<to> in pom.xml:51',
    "'sometimes'": '<index> in app/pom.xml:26',
    "<container> has no element 'jvmFlag'.": '<container><jvmFlag> in app/pom.xml:32',
    '<user> is given 2 times.': '<container><user> in app/pom.xml:33 and app/pom.xml:34',
    "<mainClass> takes a text, not elements like 'name'.": '<container><mainClass> in app/pom.xml:35',
    "'yes' is not true or false.": '<container><expandClasspathDependencies> in app/pom.xml:36',
    "No parameter of this plugin is set by the property 'layered.form.image'.": '-Dlayered.form.image',
    'Entry 1 of 1 in the text of <labels> is not of the form name=value.': '-Dlayered.container.labels',
].each { what, where ->
    def lines = log.readLines()
    def at = lines.findIndexOf { it.contains(what) }
    assert at >= 0 : "not told: $what"
    assert lines[at + 1].endsWith("where: $where") : lines[at + 1]
    assert lines[at + 2].contains('fix: ')
}
assert log.contains('write <image>; valid here: auth, credHelper, image, platforms, server')

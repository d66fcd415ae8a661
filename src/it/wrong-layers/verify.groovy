def lines = new File(basedir, 'build.log').readLines()

// of the parent, its profile and the module: all in one run, each with its line
[
    "<depLayer> has no element 'include'.": '<depLayers><depLayer><include> in pom.xml:31',
    "<depLayer> has no element 'scope'.": '<depLayers><depLayer><scope> in pom.xml:32',
    "'Big Frameworks' cannot be the name of a layer.": '<depLayers><depLayer><name> in pom.xml:30',
    "'com.acme:lib:jar:1.0' is not a pattern of artifacts.": '<depLayers><depLayer><includes><include> in pom.xml:37',
    "'provided' artifacts are never in an image.": '<depLayers><depLayer><scopes><item> in pom.xml:64',
    "'runtim' is no scope.": '<depLayers><depLayer><scopes><item> in pom.xml:64',
    "Two layers are called 'twice'.": '<depLayers><depLayer><name> in pom.xml:63',
    'A second layer catches all.': '<depLayers><depLayer><catchAll> in pom.xml:68',
    "'classes' cannot be the name of a layer.": '<depLayers><depLayer><name> in app/pom.xml:31',
    "'(com|org).acme:*' is not a pattern of artifacts.": '<depLayers><depLayer><excludes><exclude> in app/pom.xml:36',
    "A layer has no name.": '<depLayers><depLayer><name> in app/pom.xml:39',
    "'arm' is not a platform.": '<depLayers><depLayer><platforms><platform> in app/pom.xml:41',
    "'yes' is not true or false.": '<depLayers><depLayer><catchAll> in app/pom.xml:43',
].each { what, where ->
    def at = lines.findIndexOf { it.contains(what) }
    assert at >= 0 : "not told: $what"
    assert lines[at + 1].endsWith("where: $where") : lines[at + 1]
    assert lines[at + 2].contains('fix: ')
}
assert lines.any { it.contains('write <includes>; valid here: catchAll, compression, excludes, includes,') }

// neither an undefined property nor a name alone means any artifact
['<depLayer><includes> in app/pom.xml:32', '<depLayer><item> in app/pom.xml:45'].each { where ->
    assert lines[lines.findIndexOf { it.contains(where) } - 1].contains("'' is not a pattern of artifacts.")
}
return true

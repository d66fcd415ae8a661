def lines = new File(basedir, 'build.log').readLines()

// all in one run, each with its line; links are named by their file
[
    "<path> has no element 'form'.": '<extraDirectories><paths><path><form> in pom.xml:38',
    "The extra directory has no folder.": '<extraDirectories><paths><path> in pom.xml:37',
    "'{a' is not a pattern of paths: a '}' is missing.":
        '<extraDirectories><paths><path><includes><include> in pom.xml:44',
    "'etc' is not an absolute path in an image.": '<extraDirectories><paths><path><into> in pom.xml:42',
    "'Not A Layer' cannot be the name of a layer.": '<extraDirectories><paths><path><layer> in pom.xml:46',
    "'rwx' is not a mode.": '<extraDirectories><permissions><permission><mode> in pom.xml:52',
    "'root' is not the number of a user": '<extraDirectories><ownership><owner><user> in pom.xml:58',
    "'bin/a' is not an absolute path in an image.": '<extraDirectories><links><link><path> in pom.xml:63',
    "The extra directory 'src/main/none' does not exist.": '<extraDirectories><paths><path> in pom.xml:36',
    "to '../../../pom.xml' leads out of the folder": new File(basedir, 'src/main/jib/out').path,
].each { what, where ->
    def at = lines.findIndexOf { it.contains(what) }
    assert at >= 0 : "not told: $what"
    assert lines[at + 1].endsWith("where: $where") : lines[at + 1]
    assert lines[at + 2].contains('fix: ')
}
assert lines.any { it.contains('BUILD FAILURE') }

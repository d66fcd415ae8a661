// a plan without the artifacts that Maven cannot find out would look like a plan of fewer
def log = new File(basedir, 'build.log').text
assert log.contains("It cannot be told what 'plan-of-an-unknown-version' depends on: ")
assert log.contains('commons-io:commons-io:jar:[99,100) within specified range. [dependencies-uncollected]')
assert !new File(basedir, 'target/layered/plan.json').exists()
return true

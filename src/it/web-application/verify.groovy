import dev.layered.real.*

def built = BuiltImage.of(basedir)
assert built.platforms() == ['linux/amd64', 'linux/arm64']
def names = built.image('linux/arm64').layerNames()
assert names.take(2) == ['net.bytebuddy', 'org.springframework'] && names.size() == 27
assert names.takeRight(6) == ['dependencies-stable', 'dependencies-normal', 'dependencies-active', 'resources', 'classes',
    'start']
names.each { assert built.image('linux/amd64').layer(it) == built.image('linux/arm64').layer(it) }

def proof = WebApplicationProof.of(basedir)
if (RealTool.areThere('skopeo reads the layout', 'skopeo')) {
    proof.skopeoReadsTheLayout()
}
if (RealTool.areThere('the unpacked tree is the project', 'skopeo', 'umoci') && RealTool.isRoot('the unpacked tree')) {
    proof.unpackedTreeIsTheProject()
}
if (RealTool.areThere('Docker runs the image', 'skopeo', 'docker', 'dockerd') && RealTool.isRoot('Docker')) {
    proof.dockerRunsIt()
}
proof.oneClassChangesOneLayer(localRepositoryPath)

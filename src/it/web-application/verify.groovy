import dev.layered.real.*

def built = BuiltImage.of(basedir)
assert built.platforms() == ['linux/amd64', 'linux/arm64']
assert built.image('linux/arm64').layerNames() == ['dependencies', 'resources', 'classes', 'start']
assert built.image('linux/amd64').layer('dependencies') == built.image('linux/arm64').layer('dependencies')

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

import dev.layered.real.ArchivesAgain
import dev.layered.real.ReadersProof
import dev.layered.real.RealTool
import dev.layered.real.SpecialFiles

try {
    def proof = ReadersProof.of(basedir)
    def amd64 = proof.expected('oci', 'amd64')
    assert amd64.at('/tmp') == 'FOLDER 1777 0:0 2020-09-13T12:26:41Z '
    assert amd64.at('/home/cart') == 'FOLDER 0700 1000:1000 2020-09-13T12:26:45Z '
    assert amd64.at('/lib') == 'LINK 0777 0:0 2020-09-13T12:26:43Z usr/lib'
    assert amd64.at('/usr/lib/cart.so').startsWith('FILE 0644 0:0 1970-01-01T00:00:01Z ')
    assert amd64.at('/home/cart/.secret').startsWith('FILE 0600 1000:1000 ')
    assert amd64.at('/opt/cart.sh').startsWith('FILE 0755 ')
    assert amd64.at('/opt/cart') == 'LINK 0777 0:0 1970-01-01T00:00:01Z cart.sh'
    assert amd64.at('/usr/bin/cart') == 'LINK 0777 0:0 1970-01-01T00:00:01Z /opt/cart.sh'
    assert amd64.at('/srv/\u00dcbersicht \u20ac \ud83d\ude00.txt').startsWith('FILE ')

    if (RealTool.areThere('that skopeo and umoci read every output', 'skopeo', 'umoci') && RealTool.isRoot('umoci')) {
        proof.skopeoAndUmociReadAll()
    }
    if (RealTool.areThere('that Docker reads every output', 'skopeo', 'docker', 'dockerd') && RealTool.isRoot('Docker')) {
        proof.dockerReadsAll()
    }
    if (RealTool.areThere('that Podman reads every output', 'podman') && RealTool.isRoot('Podman')) {
        proof.podmanReadsAll()
    }
    ArchivesAgain.areTheSame(basedir, localRepositoryPath)
} finally {
    // in the locale C the next build's clean could not
    SpecialFiles.delete(new File(basedir, 'files').toPath())
}

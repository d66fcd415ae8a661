package dev.layered.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Map;
import org.apache.maven.model.License;
import org.apache.maven.model.Model;
import org.apache.maven.model.Organization;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Scm;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

final class PomInfoTest {

    private final Model written = model();
    private final Model effective = model();

    private static Model model() {
        Model model = new Model();
        model.setArtifactId("cart");
        model.setVersion("1.0");
        return model;
    }

    private static void describe(Model model, String word) {
        model.setDescription(word + "\n      a cart");
        model.setUrl("https://example.com/" + word);
        Scm scm = new Scm();
        scm.setUrl("https://ci:token@git.example.com/" + word + ".git");
        model.setScm(scm);
        Organization organization = new Organization();
        organization.setName(word);
        model.setOrganization(organization);
        for (String name : new String[] {"Apache-2.0", "", "MIT"}) {
            License license = new License();
            license.setName(name.isEmpty() ? null : name);
            model.addLicense(license);
        }
    }

    private MavenProject project() {
        MavenProject project = new MavenProject(effective);
        project.setOriginalModel(written);
        project.setFile(new File("app/pom.xml"));
        return project;
    }

    private MavenProject child(Model parentsModel, String file, String relativePath) {
        Parent named = new Parent();
        named.setRelativePath(relativePath);
        effective.setParent(named);
        MavenProject parent = new MavenProject(model());
        parent.setOriginalModel(parentsModel);
        if (file != null) {
            parent.setFile(new File(file));
        }
        MavenProject project = project();
        project.setParent(parent);
        return project;
    }

    private static Map<String, String> described(String word) {
        return Map.of(
                "org.opencontainers.image.title",
                "cart",
                "org.opencontainers.image.version",
                "1.0",
                "org.opencontainers.image.description",
                word + " a cart",
                "org.opencontainers.image.url",
                "https://example.com/" + word,
                "org.opencontainers.image.source",
                "https://git.example.com/" + word + ".git",
                "org.opencontainers.image.vendor",
                word,
                "org.opencontainers.image.licenses",
                "Apache-2.0 OR MIT");
    }

    private static Map<String, String> bare(String title) {
        return Map.of("org.opencontainers.image.title", title, "org.opencontainers.image.version", "1.0");
    }

    @Test
    void ofABarePomIsArtifactIdAndVersion() {
        assertThat(PomInfo.of(project())).isEqualTo(bare("cart"));
    }

    @Test
    void ofAPomIsWhatTheEffectiveOneSays() {
        describe(written, "${word}");
        describe(effective, "ours");
        assertThat(PomInfo.of(project())).isEqualTo(described("ours"));
        effective.setName("The Cart");
        assertThat(PomInfo.of(project())).containsEntry("org.opencontainers.image.title", "The Cart");
    }

    @Test
    void ofAPomWithEmptyElementsLeavesThemOut() {
        written.setUrl("");
        effective.setUrl("");
        written.addLicense(new License());
        effective.addLicense(new License());
        assertThat(PomInfo.of(project())).isEqualTo(bare("cart"));
    }

    @Test
    void ofAChildHoldsWhatAParentOfTheSameSourceTreeSays() {
        Model parent = model();
        describe(parent, "root");
        describe(effective, "root");
        assertThat(PomInfo.of(child(parent, "pom.xml", "../pom.xml"))).isEqualTo(described("root"));
    }

    @Test
    void ofAChildLeavesOutWhatAParentOfARepositorySays() {
        Model parent = model();
        describe(parent, "framework");
        describe(effective, "framework");
        assertThat(PomInfo.of(child(parent, null, "../pom.xml"))).isEqualTo(bare("cart"));
        assertThat(PomInfo.of(child(parent, "elsewhere/pom.xml", ""))).isEqualTo(bare("cart"));
    }
}

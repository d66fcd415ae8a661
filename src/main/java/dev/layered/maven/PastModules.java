package dev.layered.maven;

import java.io.File;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;

/** The modules of a commit: no repository has them as they were, so their poms are taken from the commit. */
final class PastModules implements WorkspaceReader {

    private final Map<String, MavenProject> modules = new HashMap<>();
    private final WorkspaceRepository repository = new WorkspaceRepository("past");

    PastModules(Collection<MavenProject> projects) {
        projects.forEach(module -> modules.put(name(module.getGroupId(), module.getArtifactId()), module));
    }

    /** Returns the module of that name in any version. */
    Optional<MavenProject> module(String groupId, String artifactId) {
        return Optional.ofNullable(modules.get(name(groupId, artifactId)));
    }

    @Override
    public WorkspaceRepository getRepository() {
        return repository;
    }

    @Override
    public File findArtifact(Artifact artifact) {
        boolean isPom = artifact.getExtension().equals("pom");
        return module(artifact.getGroupId(), artifact.getArtifactId())
                .filter(module -> isPom && module.getVersion().equals(artifact.getVersion()))
                .map(MavenProject::getFile)
                .orElse(null);
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
        return module(artifact.getGroupId(), artifact.getArtifactId())
                .map(MavenProject::getVersion)
                .map(List::of)
                .orElse(List.of());
    }

    private static String name(String groupId, String artifactId) {
        return groupId + ":" + artifactId;
    }
}

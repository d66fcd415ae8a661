package dev.layered.maven;

import dev.layered.maven.PastProject.Library;
import dev.layered.plan.Coordinates;
import dev.layered.plan.ProjectArtifact;
import java.io.File;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.LocalArtifactRequest;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * The sizes of libraries of the past: of the file where it is on this machine, else of another version of it. Only where
 * no version is here, one is fetched.
 */
final class PastSizes {

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final MavenProject project;
    private final Map<Coordinates, Long> exact = new HashMap<>();
    private final Map<String, Long> near = new HashMap<>();
    private int guessed;
    private int unknown;

    /** Begins with the artifacts that the project has now. */
    PastSizes(
            RepositorySystem system, MavenSession session, MavenProject project, Collection<ProjectArtifact> present) {
        this.system = system;
        this.session = session.getRepositorySession();
        this.project = project;
        present.forEach(artifact -> know(artifact.coordinates(), artifact.bytes()));
    }

    /** Looks for the file on this machine. */
    void look(Library library) {
        Coordinates of = library.coordinates();
        if (!exact.containsKey(of)) {
            LocalArtifactRequest request = new LocalArtifactRequest(artifact(library), null, null);
            File file =
                    session.getLocalRepositoryManager().find(session, request).getFile();
            if (file != null && file.isFile()) {
                know(of, file.length());
            }
        }
    }

    /** Returns the size in bytes, best known after all libraries were looked for. */
    long of(Library library) {
        Coordinates of = library.coordinates();
        Long known = exact.get(of);
        if (known == null && !near.containsKey(name(of))) {
            known = fetched(library).orElse(0L);
            know(of, known);
        }
        if (known == null) {
            known = near.get(name(of));
            exact.put(of, known);
            guessed++;
        }
        return known;
    }

    /** Returns how many libraries got the size of another version. */
    int guessed() {
        return guessed;
    }

    /** Returns how many libraries count as empty, because no version of them can be had. */
    int unknown() {
        return unknown;
    }

    private void know(Coordinates of, long bytes) {
        exact.put(of, Math.max(0, bytes));
        near.putIfAbsent(name(of), Math.max(0, bytes));
    }

    private Optional<Long> fetched(Library library) {
        ArtifactRequest request =
                new ArtifactRequest(artifact(library), project.getRemoteProjectRepositories(), "layered");
        try {
            return Optional.of(system.resolveArtifact(session, request)
                    .getArtifact()
                    .getFile()
                    .length());
        } catch (ArtifactResolutionException e) {
            unknown++;
            return Optional.empty();
        }
    }

    private static Artifact artifact(Library library) {
        Coordinates of = library.coordinates();
        return new DefaultArtifact(
                of.groupId(), of.artifactId(), of.classifier(), library.extension(), of.baseVersion());
    }

    private static String name(Coordinates of) {
        return String.join(":", of.groupId(), of.artifactId(), of.type(), of.classifier());
    }
}

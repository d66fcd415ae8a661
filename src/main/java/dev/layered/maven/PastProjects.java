package dev.layered.maven;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.maven.PastProject.Library;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.project.DefaultProjectBuildingRequest;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectBuildingException;
import org.apache.maven.project.ProjectBuildingRequest;
import org.apache.maven.project.ProjectBuildingResult;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;

/** Reads the poms of a commit, and resolves what a module depended on then; of artifacts only poms are fetched. */
@Named
@Singleton
final class PastProjects {

    /** Maven before 3.9 keeps parents of all runs by their coordinates, which those of two commits share. */
    private static final String NO_CACHE = "maven.defaultProjectBuilder.disableGlobalModelCache";

    private final ProjectBuilder builder;
    private final ProjectDependencies dependencies;

    @Inject
    PastProjects(ProjectBuilder builder, ProjectDependencies dependencies) {
        this.builder = builder;
        this.dependencies = dependencies;
    }

    /**
     * Returns the module as it was.
     *
     * @param poms of the commit
     * @param starts poms to read with all their modules, by their paths; those that the commit has not got are left out
     * @param now the module as it is
     * @throws LayeredFailure {@code past-unreadable} if the poms cannot be read or the module is not among them,
     *     {@code dependencies-uncollected} if poms of its dependencies are nowhere
     */
    PastProject project(PastPoms poms, List<String> starts, MavenProject now, MavenSession session) {
        DefaultRepositorySystemSession own = new DefaultRepositorySystemSession(session.getRepositorySession());
        own.setCache(new DefaultRepositoryCache()); // modules of other commits bear the same coordinates
        Map<File, MavenProject> read = new LinkedHashMap<>();
        for (String start : starts) {
            File pom = poms.at(start);
            if (pom.isFile() && !read.containsKey(pom)) {
                read(pom, session, own).forEach(project -> read.putIfAbsent(project.getFile(), project));
            }
        }
        PastModules modules = new PastModules(read.values());
        MavenProject project = modules.module(now.getGroupId(), now.getArtifactId())
                .orElseThrow(() -> unreadable("there was no module " + now.getGroupId() + ":" + now.getArtifactId()));
        own.setWorkspaceReader(modules);
        List<Library> libraries = new ArrayList<>();
        for (Artifact artifact : dependencies.names(project, own)) {
            if (artifact.getArtifactHandler().isAddedToClasspath()) {
                libraries.add(library(artifact, modules, poms));
            }
        }
        return new PastProject(poms.pathOf(project.getBasedir()), libraries);
    }

    private static Library library(Artifact artifact, PastModules modules, PastPoms poms) {
        Optional<String> module = modules.module(artifact.getGroupId(), artifact.getArtifactId())
                .filter(project -> project.getVersion().equals(artifact.getBaseVersion()))
                .map(project -> poms.pathOf(project.getBasedir()));
        String scope = artifact.getScope() == null ? Artifact.SCOPE_COMPILE : artifact.getScope();
        return new Library(
                ProjectContents.coordinates(artifact),
                artifact.getArtifactHandler().getExtension(),
                scope,
                module);
    }

    /** One after the other, as the property is for all threads. */
    private synchronized List<MavenProject> read(File pom, MavenSession session, DefaultRepositorySystemSession own) {
        ProjectBuildingRequest request = new DefaultProjectBuildingRequest(session.getProjectBuildingRequest());
        request.setRepositorySession(own);
        request.setProject(null);
        request.setResolveDependencies(false);
        request.setProcessPlugins(false);
        request.setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL);
        String before = System.setProperty(NO_CACHE, "true");
        try {
            return projects(builder.build(List.of(pom), true, request));
        } catch (ProjectBuildingException e) {
            List<MavenProject> whole = e.getResults() == null ? List.of() : projects(e.getResults());
            if (whole.isEmpty()) {
                throw unreadable(String.valueOf(e.getMessage()));
            }
            return whole; // a module that cannot be read need not matter to this one
        } finally {
            if (before == null) {
                System.clearProperty(NO_CACHE);
            } else {
                System.setProperty(NO_CACHE, before);
            }
        }
    }

    private static List<MavenProject> projects(List<ProjectBuildingResult> results) {
        return results.stream()
                .map(ProjectBuildingResult::getProject)
                .filter(project -> project != null && project.getFile() != null)
                .toList();
    }

    private static LayeredFailure unreadable(String reason) {
        return LayeredFailure.mistake(
                "past-unreadable",
                "A commit of the past cannot be read: " + Shown.text(reason.replaceAll("\\s+", " ")) + ".",
                "the poms of the commit",
                "none is needed: the commit is left out");
    }
}

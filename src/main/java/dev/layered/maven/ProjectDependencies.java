package dev.layered.maven;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.plan.Coordinates;
import dev.layered.plan.DependencyTree;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.graph.DependencyFilter;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.LocalArtifactRequest;
import org.eclipse.aether.repository.WorkspaceReader;

/** Resolves the class path of a project within a goal, for goals that do not let Maven do it before they run. */
@Named
@Singleton
final class ProjectDependencies {

    /** Keeps the losers of conflicts in the graph, each with the winner beside it (maven-resolver, ConflictResolver). */
    private static final String VERBOSE = "aether.conflictResolver.verbose";

    private static final String WINNER = "conflict.winner";
    private static final Set<String> SCOPES = Set.of("compile", "runtime", "system");

    private final ProjectDependenciesResolver resolver;

    @Inject
    ProjectDependencies(ProjectDependenciesResolver resolver) {
        this.resolver = resolver;
    }

    /**
     * Returns the artifacts in the order that Maven itself gives them; those that could not be resolved, such as
     * modules that are not packaged yet, have no file.
     */
    Collection<Artifact> artifacts(MavenProject project, MavenSession session) {
        DependencyFilter wanted = (node, parents) -> isInClassPath(node, parents) && !isUnbuilt(node, session);
        return artifacts(project, resolve(project, session.getRepositorySession(), false, wanted));
    }

    /** Returns the artifacts by name only, in the same order: no file is fetched but poms. */
    Collection<Artifact> names(MavenProject project, RepositorySystemSession resolving) {
        return artifacts(project, resolve(project, resolving, false, (node, parents) -> false));
    }

    private static Collection<Artifact> artifacts(MavenProject project, DependencyResolutionResult result) {
        Set<Artifact> artifacts = new LinkedHashSet<>();
        if (result.getDependencyGraph() != null) {
            RepositoryUtils.toArtifacts(
                    artifacts,
                    result.getDependencyGraph().getChildren(),
                    List.of(project.getArtifact().getId()),
                    ProjectDependencies::isInClassPath);
        }
        return artifacts;
    }

    private static boolean isInClassPath(DependencyNode node, List<DependencyNode> parents) {
        return node.getDependency() == null
                || SCOPES.contains(node.getDependency().getScope());
    }

    /** Returns which artifact brings in which, with the paths that lost a conflict too. */
    DependencyTree tree(MavenProject project, MavenSession session) {
        DependencyTree.Builder tree = DependencyTree.builder();
        DependencyFilter none = (node, parents) -> false;
        DependencyNode root =
                resolve(project, session.getRepositorySession(), true, none).getDependencyGraph();
        Deque<DependencyNode> open = new ArrayDeque<>();
        if (root != null) {
            root.getChildren().stream()
                    .filter(child -> isInClassPath(child, List.of()))
                    .forEach(child -> {
                        tree.root(coordinates(child));
                        open.add(child);
                    });
        }
        Set<DependencyNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!open.isEmpty()) {
            DependencyNode parent = open.remove();
            if (!seen.add(parent)) {
                continue; // Maven may hang one node below several
            }
            for (DependencyNode child : parent.getChildren()) {
                if (isInClassPath(child, List.of())) {
                    tree.edge(coordinates(parent), coordinates(child));
                    open.add(child);
                }
            }
        }
        return tree.build();
    }

    /** Whether it is a module of this run that is on this machine nowhere; no other server is asked for those. */
    private static boolean isUnbuilt(DependencyNode node, MavenSession session) {
        org.eclipse.aether.artifact.Artifact artifact = node.getArtifact();
        RepositorySystemSession resolving = session.getRepositorySession();
        boolean isModule = session.getProjects().stream()
                .anyMatch(module -> module.getGroupId().equals(artifact.getGroupId())
                        && module.getArtifactId().equals(artifact.getArtifactId())
                        && module.getVersion().equals(artifact.getBaseVersion()));
        if (!isModule) {
            return false;
        }
        WorkspaceReader reactor = resolving.getWorkspaceReader();
        LocalArtifactRequest installed = new LocalArtifactRequest(artifact, List.of(), null);
        return (reactor == null || reactor.findArtifact(artifact) == null)
                && resolving
                                .getLocalRepositoryManager()
                                .find(resolving, installed)
                                .getFile()
                        == null;
    }

    private DependencyResolutionResult resolve(
            MavenProject project, RepositorySystemSession resolving, boolean verbose, DependencyFilter resolved) {
        DefaultRepositorySystemSession own = new DefaultRepositorySystemSession(resolving);
        if (verbose) {
            own.setConfigProperty(VERBOSE, true);
        }
        DefaultDependencyResolutionRequest request = new DefaultDependencyResolutionRequest(project, own);
        request.setResolutionFilter(resolved);
        try {
            return resolver.resolve(request);
        } catch (DependencyResolutionException e) {
            DependencyResolutionResult result = e.getResult();
            if (result.getDependencyGraph() == null
                    || !result.getCollectionErrors().isEmpty()) {
                throw uncollected(project, e);
            }
            return result; // artifacts without a file are told by name
        }
    }

    /** A tree with holes would look like a plan of fewer artifacts. */
    private static LayeredFailure uncollected(MavenProject project, DependencyResolutionException cause) {
        Exception first =
                cause.getResult().getCollectionErrors().stream().findFirst().orElse(cause);
        return LayeredFailure.outside(
                new Problem(
                        "dependencies-uncollected",
                        "It cannot be told what " + Shown.quoted(project.getArtifactId()) + " depends on: "
                                + Shown.text(String.valueOf(first.getMessage())) + ".",
                        "the dependencies of " + project.getArtifactId(),
                        "run mvn dependency:tree to see why; offline, the poms must be in the local repository"),
                null);
    }

    private static Coordinates coordinates(DependencyNode node) {
        Object winner = node.getData().get(WINNER);
        org.eclipse.aether.artifact.Artifact artifact =
                winner instanceof DependencyNode kept ? kept.getArtifact() : node.getArtifact();
        return ProjectContents.coordinates(RepositoryUtils.toArtifact(artifact));
    }
}

package dev.layered.maven;

import dev.layered.failure.LayeredFailure;
import dev.layered.history.Commit;
import dev.layered.history.GitRepository;
import dev.layered.history.TreeFile;
import dev.layered.image.Digest;
import dev.layered.maven.PastProject.Library;
import dev.layered.plan.ProjectArtifact;
import dev.layered.store.Facts;
import dev.layered.suggest.PastArtifact;
import dev.layered.suggest.PastImage;
import dev.layered.suggest.Piece;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** What the image of a module would have been made of at commits of the past. */
final class PastImages {

    private static final String KIND = "past-project";

    /** After so many commits there is a line that says how far it is. */
    private static final int TOLD = 5;

    /** A commit that can be used. */
    private record Past(Commit commit, PastProject project, SourceTree sources) {}

    private final MavenProject project;
    private final MavenSession session;
    private final PastProjects projects;
    private final Facts facts;
    private final Path work;
    private final Log log;
    private final List<Past> usable = new ArrayList<>();

    /**
     * Reads nothing yet.
     *
     * @param facts where the dependencies of former runs are found
     * @param work a folder for poms of the past, made and deleted
     */
    PastImages(MavenProject project, MavenSession session, PastProjects projects, Facts facts, Path work, Log log) {
        this.project = project;
        this.session = session;
        this.projects = projects;
        this.facts = facts;
        this.work = work;
        this.log = log;
    }

    /**
     * Reads the last commits that touch a pom; tells which cannot be used.
     *
     * @throws LayeredFailure as {@link GitRepository#around} does, and {@code history-short} where fewer than two can be used
     */
    void read(int most) {
        GitRepository repository = GitRepository.around(project.getBasedir().toPath());
        PomTree tree = PomTree.around(project, session.getProjects(), repository.top());
        List<Commit> commits = repository.commits(tree.patterns(), most);
        for (Commit commit : commits) {
            try {
                usable.add(past(repository, tree, commit));
            } catch (LayeredFailure failure) {
                log.info("Left out " + told(commit) + ": "
                        + failure.problems().get(0).what());
            }
            int done = commits.indexOf(commit) + 1;
            if (done % TOLD == 0 && done < commits.size()) {
                log.info("Read " + done + " of " + commits.size() + " commits");
            }
        }
        if (usable.size() < 2) {
            throw LayeredFailure.mistake(
                    "history-short",
                    "A replay needs two commits that touch a pom, and of " + commits.size() + " " + usable.size()
                            + " can be used.",
                    repository.top().toString(),
                    "commit the poms, or run with -Dlayered.suggest.history=0");
        }
    }

    private Past past(GitRepository repository, PomTree tree, Commit commit) {
        List<TreeFile> files = repository.files(commit);
        List<TreeFile> poms = tree.among(files);
        Digest key = key(tree, poms);
        Optional<PastProject> known = facts.read(KIND, key).flatMap(PastProject::read);
        if (known.isPresent()) {
            return new Past(commit, known.get(), new SourceTree(files));
        }
        try (PastPoms written = PastPoms.write(work.resolve(commit.id()), repository.contents(poms))) {
            PastProject resolved = projects.project(written, tree.starts(), project, session);
            facts.write(KIND, key, resolved.text());
            return new Past(commit, resolved, new SourceTree(files));
        }
    }

    /** Returns a digest of all that decides what the dependencies were. */
    private Digest key(PomTree tree, List<TreeFile> poms) {
        Map<String, String> typed = new TreeMap<>();
        session.getUserProperties().forEach((name, value) -> typed.put(String.valueOf(name), String.valueOf(value)));
        typed.keySet().removeIf(name -> name.startsWith("layered."));
        String all = String.join(
                "\n",
                project.getGroupId() + ":" + project.getArtifactId(),
                tree.starts().toString(),
                session.getRequest().getActiveProfiles().toString(),
                session.getRequest().getInactiveProfiles().toString(),
                typed.toString(),
                System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                SourceTree.digest(poms).text());
        return Digest.of(all.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the images of the commits that can be used, the oldest first. */
    List<PastImage> images(PastSizes sizes) {
        usable.forEach(past -> past.project().libraries().stream()
                .filter(library -> library.module().isEmpty())
                .forEach(sizes::look));
        return usable.stream().map(past -> image(past, sizes)).toList();
    }

    private static PastImage image(Past past, PastSizes sizes) {
        List<PastArtifact> artifacts = new ArrayList<>();
        for (Library library : past.project().libraries()) {
            Optional<Piece> code = library.module().map(past.sources()::code);
            long bytes = code.map(Piece::bytes).orElseGet(() -> sizes.of(library));
            ProjectArtifact artifact = new ProjectArtifact(
                    library.coordinates(),
                    library.extension(),
                    library.scope(),
                    code.isPresent(),
                    Path.of("unknown"),
                    bytes);
            artifacts.add(new PastArtifact(artifact, code.map(Piece::id).orElse("")));
        }
        Piece own = past.sources().code(past.project().folder());
        return new PastImage(artifacts, new Piece("own " + own.id(), own.bytes()));
    }

    /** Returns the first and the last commit in words. */
    String span() {
        return told(usable.get(0).commit()) + " to "
                + told(usable.get(usable.size() - 1).commit());
    }

    private static String told(Commit commit) {
        return commit.shortId() + " of " + commit.date();
    }
}

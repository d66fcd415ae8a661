package dev.layered.maven;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.plan.Coordinates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.RepositoryOfflineException;

/** Resolves artifacts that stand in the place of others on some platforms, from where Maven takes the project's own. */
@Named
@Singleton
final class SiblingArtifacts {

    private final RepositorySystem repositories;

    @Inject
    SiblingArtifacts(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    /** What was found: its name and its file. */
    record Found(Coordinates coordinates, Path file) {}

    /** What is asked for in one go. */
    private record Question(Coordinates coordinates, String extension) {}

    /** What came of it: a file, or why there is none; neither where there surely is no such artifact. */
    private record Answer(Optional<Path> file, Optional<Exception> unknown) {}

    /**
     * Returns the first candidate of each that there is; what may be missing and is has no entry.
     *
     * <p>All first candidates are asked for at once, then the second ones of those that were not found, and so on. Equal
     * ones are asked for once. Whether there is an artifact is known only where every repository answers.
     *
     * @throws LayeredFailure {@code artifact-none}, {@code sibling-none}, {@code sibling-unresolved}
     */
    Map<WantedSibling, Found> resolve(Collection<WantedSibling> wanted, MavenProject project, MavenSession session) {
        Map<WantedSibling, Found> found = new LinkedHashMap<>();
        Map<Question, Answer> answers = new LinkedHashMap<>();
        Set<WantedSibling> open = new LinkedHashSet<>(wanted);
        for (int round = 0; !open.isEmpty(); round++) {
            int number = round;
            open.removeIf(sibling -> sibling.candidates().size() <= number);
            ask(open.stream().map(sibling -> question(sibling, number)).toList(), answers, project, session);
            for (WantedSibling sibling : List.copyOf(open)) {
                Question question = question(sibling, number);
                Answer answer = answers.get(question);
                if (answer.unknown().isPresent()) {
                    throw unresolved(sibling, question, answer.unknown().get(), project);
                }
                answer.file().ifPresent(file -> {
                    found.put(sibling, new Found(question.coordinates(), file));
                    open.remove(sibling);
                });
            }
        }
        Mistakes mistakes = new Mistakes();
        wanted.stream()
                .filter(sibling -> !sibling.mayBeMissing() && !found.containsKey(sibling))
                .forEach(sibling -> mistakes.add(none(sibling, project)));
        mistakes.throwIfAny();
        return found;
    }

    private static Question question(WantedSibling sibling, int number) {
        return new Question(sibling.candidates().get(number), sibling.extension());
    }

    private void ask(
            List<Question> questions, Map<Question, Answer> answers, MavenProject project, MavenSession session) {
        List<Question> asked = questions.stream()
                .distinct()
                .filter(question -> !answers.containsKey(question))
                .toList();
        List<ArtifactRequest> requests = new ArrayList<>();
        for (Question question : asked) {
            Artifact artifact = artifact(question);
            requests.add(new ArtifactRequest(artifact, project.getRemoteProjectRepositories(), null));
        }
        if (requests.isEmpty()) {
            return;
        }
        List<ArtifactResult> results;
        try {
            results = repositories.resolveArtifacts(session.getRepositorySession(), requests);
        } catch (ArtifactResolutionException e) {
            results = e.getResults(); // of those that were found too
        }
        for (int i = 0; i < asked.size(); i++) {
            answers.put(asked.get(i), answer(results.get(i)));
        }
    }

    private static Artifact artifact(Question question) {
        Coordinates wanted = question.coordinates();
        return new DefaultArtifact(
                wanted.groupId(), wanted.artifactId(), wanted.classifier(), question.extension(), wanted.baseVersion());
    }

    private static Answer answer(ArtifactResult result) {
        if (result.isResolved()) {
            return new Answer(Optional.of(result.getArtifact().getFile().toPath()), Optional.empty());
        }
        return new Answer(
                Optional.empty(),
                result.getExceptions().stream()
                        .filter(exception -> !isAbsent(exception))
                        .findFirst());
    }

    /** Offline Maven calls not found what it may not ask for. */
    private static boolean isAbsent(Exception exception) {
        return exception instanceof ArtifactNotFoundException
                && !(exception.getCause() instanceof RepositoryOfflineException);
    }

    private static Problem none(WantedSibling sibling, MavenProject project) {
        if (sibling.isOfVariant()) {
            return new Problem(
                    "artifact-none",
                    "There is no artifact " + Shown.quoted(sibling.candidates().get(0)) + ", which a variant asks for.",
                    "<variants> of " + project.getArtifactId(),
                    "correct its coordinates in the <artifacts> of the <variant>");
        }
        String what = "There is no artifact for " + sibling.platform() + " in place of "
                + Shown.quoted(sibling.inPlaceOf()) + "; asked for " + tried(sibling) + ".";
        if (sibling.rule().isPresent()) {
            return new Problem(
                    "sibling-none",
                    what,
                    sibling.rule().get(),
                    "correct what the rule names, let it match fewer artifacts, or add <missing>skip</missing> to it");
        }
        return new Problem(
                "sibling-none",
                what,
                "the dependencies of " + project.getArtifactId(),
                "name the right one, or leave it out by <platformArtifact><artifact>" + pattern(sibling.inPlaceOf())
                        + "</artifact><platforms><platform>" + sibling.platform()
                        + "</platform></platforms><missing>skip</missing></platformArtifact> as the first in <platformArtifacts>");
    }

    /** Each is shown whole: who has to name another must see them all. */
    private static String tried(WantedSibling sibling) {
        return sibling.candidates().stream()
                .map(one -> Shown.text(one.toString()))
                .collect(Collectors.joining(", "));
    }

    private static String pattern(Coordinates artifact) {
        String names = artifact.groupId() + ":" + artifact.artifactId();
        return artifact.classifier().isEmpty()
                ? names
                : names + ":" + artifact.type() + ":" + artifact.classifier() + ":*";
    }

    private static LayeredFailure unresolved(
            WantedSibling sibling, Question question, Exception cause, MavenProject project) {
        boolean isOffline = cause.getCause() instanceof RepositoryOfflineException;
        return LayeredFailure.outside(
                new Problem(
                        "sibling-unresolved",
                        "It cannot be told whether there is " + Shown.quoted(question.coordinates()) + " for "
                                + sibling.platform() + ": "
                                + (isOffline
                                        ? "Maven is offline, and the local repository does not have it."
                                        : "a repository does not answer."),
                        sibling.rule().orElse("the dependencies of " + project.getArtifactId()),
                        isOffline
                                ? "run once without -o; what there is none of anywhere, leave out by <use>skip</use>"
                                : "run it again when the repository can be reached, or mend the access to it"),
                isOffline ? null : cause);
    }
}

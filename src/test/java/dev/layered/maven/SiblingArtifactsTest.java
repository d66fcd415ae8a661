package dev.layered.maven;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.layered.image.Platform;
import dev.layered.maven.SiblingArtifacts.Found;
import dev.layered.natives.PlatformClassPath;
import dev.layered.plan.Coordinates;
import dev.layered.plan.SampleArtifact;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.RepositoryOfflineException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SiblingArtifactsTest {

    private static final RemoteRepository CENTRAL =
            new RemoteRepository.Builder("central", "default", "https://repo.example.com").build();

    private static final Platform ARM64 = Platform.parse("linux/arm64");

    private final RepositorySystem repositories = mock(RepositorySystem.class);
    private final MavenSession session = mock(MavenSession.class);
    private final MavenProject project = new MavenProject();

    /** What the repository has by name: a file, or the reason why it has none. */
    private final Map<String, Object> there = new HashMap<>();

    private final List<List<String>> rounds = new ArrayList<>();

    @BeforeEach
    void answer() throws ArtifactResolutionException {
        project.setArtifactId("cart");
        when(repositories.resolveArtifacts(any(), anyCollection())).thenAnswer(call -> {
            Collection<ArtifactRequest> requests = call.getArgument(1);
            rounds.add(requests.stream().map(r -> r.getArtifact().toString()).toList());
            List<ArtifactResult> results = requests.stream().map(this::result).toList();
            if (results.stream().allMatch(ArtifactResult::isResolved)) {
                return results;
            }
            throw new ArtifactResolutionException(results);
        });
    }

    private ArtifactResult result(ArtifactRequest request) {
        ArtifactResult result = new ArtifactResult(request);
        Object found = there.get(request.getArtifact().toString());
        if (found instanceof File file) {
            result.setArtifact(request.getArtifact().setFile(file));
        } else if (found instanceof Exception reason) {
            result.addException(reason);
        } else {
            result.addException(new ArtifactNotFoundException(request.getArtifact(), CENTRAL));
        }
        return result;
    }

    private static WantedSibling wanted(boolean mayBeMissing, String inPlaceOf, String... classifiers) {
        Coordinates replaced = SampleArtifact.coordinates(inPlaceOf);
        List<Coordinates> candidates = Stream.of(classifiers)
                .map(word -> new Coordinates(replaced.groupId(), replaced.artifactId(), "jar", word, "1"))
                .toList();
        return new WantedSibling(replaced, ARM64, candidates, "jar", mayBeMissing, false, Optional.empty());
    }

    private Map<WantedSibling, Found> resolve(WantedSibling... wanted) {
        return new SiblingArtifacts(repositories).resolve(List.of(wanted), project, session);
    }

    @Test
    void resolveWhenNothingIsWantedAsksNobody() {
        assertThat(resolve()).isEmpty();
        assertThat(rounds).isEmpty();
    }

    @Test
    void resolveAsksForAllFirstCandidatesAtOnceAndForTheNextOfThoseNotFound() {
        there.put("g:a:jar:arm64:1", new File("a.jar"));
        there.put("g:b:jar:aarch64:1", new File("b.jar"));
        WantedSibling a = wanted(false, "g:a:jar:amd64:1", "arm64", "aarch64");
        WantedSibling b = wanted(false, "g:b:jar:amd64:1", "arm64", "aarch64");
        assertThat(resolve(a, b))
                .containsEntry(a, new Found(a.candidates().get(0), Path.of("a.jar")))
                .containsEntry(b, new Found(b.candidates().get(1), Path.of("b.jar")))
                .hasSize(2);
        assertThat(rounds).containsExactly(List.of("g:a:jar:arm64:1", "g:b:jar:arm64:1"), List.of("g:b:jar:aarch64:1"));
    }

    @Test
    void resolveWhenSeveralWantTheSameAsksOnce() {
        there.put("g:a:jar:arm64:1", new File("a.jar"));
        WantedSibling one = wanted(false, "g:a:jar:amd64:1", "arm64");
        WantedSibling two = wanted(true, "g:a:jar:x64:1", "aarch64", "arm64");
        assertThat(resolve(one, two)).hasSize(2);
        assertThat(rounds).containsExactly(List.of("g:a:jar:arm64:1", "g:a:jar:aarch64:1"));
    }

    @Test
    void resolveWhenItMayBeMissingAndIsHasNoEntry() {
        assertThat(resolve(wanted(true, "g:a:jar:osx:1", "linux-arm64", "linux-aarch64")))
                .isEmpty();
        assertThat(rounds).hasSize(2);
    }

    @Test
    void resolveWhenThereIsNoneTellsWhatItAskedFor() {
        assertFailure(() -> resolve(
                        wanted(false, "g:a:jar:linux-amd64:1", "linux-arm64", "linux-aarch64"),
                        wanted(false, "g:b-linux-x64:1", "")))
                .hasIds("sibling-none", "sibling-none")
                .isMistake()
                .isPrintable()
                .problem(0)
                .what("There is no artifact for linux/arm64 in place of 'g:a:jar:linux-amd64:1';"
                        + " asked for g:a:jar:linux-arm64:1, g:a:jar:linux-aarch64:1.")
                .where("the dependencies of cart")
                .fix(
                        "name the right one, or leave it out by <platformArtifact><artifact>g:a:jar:linux-amd64:*</artifact>"
                                + "<platforms><platform>linux/arm64</platform></platforms><missing>skip</missing>"
                                + "</platformArtifact> as the first in <platformArtifacts>");
        assertFailure(() -> resolve(wanted(false, "g:b-linux-x64:1", "")))
                .fixContains("<artifact>g:b-linux-x64</artifact>");
    }

    @Test
    void resolveWhenARuleNamesWhatIsNotThereTellsTheRule() {
        WantedSibling guessed = wanted(false, "g:a:1", "arm");
        WantedSibling named = new WantedSibling(
                guessed.inPlaceOf(), ARM64, guessed.candidates(), "jar", false, false, Optional.of("<a> in pom.xml:1"));
        assertFailure(() -> resolve(named))
                .hasId("sibling-none")
                .where("<a> in pom.xml:1")
                .fix("correct what the rule names, let it match fewer artifacts, or add <missing>skip</missing> to it");
    }

    @Test
    void resolveWhenARepositoryDoesNotAnswerDoesNotTakeItForNone() {
        WantedSibling wanted = wanted(true, "g:a:jar:osx:1", "linux-arm64", "linux-aarch64");
        there.put("g:a:jar:linux-arm64:1", new ArtifactTransferException(null, CENTRAL, "refused"));
        assertFailure(() -> resolve(wanted))
                .hasId("sibling-unresolved")
                .what("It cannot be told whether there is 'g:a:jar:linux-arm64:1' for linux/arm64:"
                        + " a repository does not answer.")
                .where("the dependencies of cart")
                .fix("run it again when the repository can be reached, or mend the access to it")
                .isOutside();
        assertThat(rounds).hasSize(1);
    }

    @Test
    void resolveWhenMavenIsOfflineSaysSo() {
        there.put(
                "g:a:jar:linux-arm64:1",
                new ArtifactNotFoundException(null, CENTRAL, "offline", new RepositoryOfflineException(CENTRAL)));
        assertFailure(() -> resolve(wanted(true, "g:a:jar:osx:1", "linux-arm64")))
                .hasId("sibling-unresolved")
                .what("It cannot be told whether there is 'g:a:jar:linux-arm64:1' for linux/arm64:"
                        + " Maven is offline, and the local repository does not have it.")
                .fix("run once without -o; what there is none of anywhere, leave out by <use>skip</use>")
                .isOutside();
    }

    @Test
    void wantedWhenMadeOfChoicesAreTheSiblings() {
        List<Coordinates> path = Stream.of("g:a:jar:linux-amd64:1", "g:b:1")
                .map(SampleArtifact::coordinates)
                .toList();
        assertThat(PlatformClassPath.of(path, ARM64, List.of()).stream()
                        .map(choice -> WantedSibling.of(choice, ARM64, "jar"))
                        .flatMap(Optional::stream))
                .containsExactly(wanted(false, "g:a:jar:linux-amd64:1", "linux-arm64", "linux-aarch64"));
    }
}

package dev.layered.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class DependencyTreeTest {

    private static final DependencyTree TREE = SampleTree.of("""
            > g:a g:z
            g:a > g:b g:c
            g:b > g:d
            g:c > g:d g:a
            g:d > g:e
            g:z > g:e
            g:lost > g:lonely""");

    @Test
    void pathToIsAShortestFromADirectDependency() {
        assertThat(TREE.pathTo(SampleArtifact.coordinates("g:a"))).containsExactly("g:a");
        assertThat(TREE.pathTo(SampleArtifact.coordinates("g:d"))).containsExactly("g:a", "g:b", "g:d");
        assertThat(TREE.pathTo(SampleArtifact.coordinates("g:e"))).containsExactly("g:z", "g:e");
    }

    @Test
    void pathToWhenNothingLeadsThereIsEmpty() {
        assertThat(TREE.pathTo(SampleArtifact.coordinates("g:lonely"))).isEmpty();
        assertThat(TREE.pathTo(SampleArtifact.coordinates("no:where"))).isEmpty();
        assertThat(TREE.pathTo(SampleArtifact.coordinates("g:a:jar:tests:1"))).isEmpty();
        assertThat(DependencyTree.UNKNOWN.pathTo(SampleArtifact.coordinates("g:a")))
                .isEmpty();
    }

    @Test
    void reachedWithoutStopsAtWhatIsBlocked() {
        assertThat(TREE.reachedWithout(Set.of())).containsExactlyInAnyOrder("g:a", "g:z", "g:b", "g:c", "g:d", "g:e");
        assertThat(TREE.reachedWithout(Set.of("g:a"))).containsExactlyInAnyOrder("g:z", "g:e");
        assertThat(TREE.reachedWithout(Set.of("g:a", "g:z"))).isEmpty();
    }

    @Test
    void idTellsTypesAndClassifiersApartAndNotVersions() {
        assertThat(DependencyTree.id(SampleArtifact.coordinates("g:a:1")))
                .isEqualTo("g:a")
                .isEqualTo(DependencyTree.id(SampleArtifact.coordinates("g:a:2")));
        assertThat(DependencyTree.id(SampleArtifact.coordinates("g:a:so:linux:1")))
                .isEqualTo("g:a:so:linux");
    }
}

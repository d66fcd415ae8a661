package dev.layered.layering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.layering.LayerGroup.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds for any artifacts and any number of layers. */
final class DivisionPropertiesTest {

    private static final int ROUNDS = 4_000;

    /** How members become layers. */
    private interface Way {
        List<LayerGroup> divide(List<Member> members, int most, String limit);
    }

    private static final List<Way> WAYS = List.of(Division::byGroupId, Division::byArtifact, Division::bySize);

    private static void always(long seed, BiConsumer<List<Member>, RandomMembers> check) {
        RandomMembers random = new RandomMembers(seed);
        for (int round = 0; round < ROUNDS; round++) {
            check.accept(random.members(), random);
        }
    }

    /** What tells layers apart in a registry: what is in them. */
    private static Set<Set<Member>> contents(List<LayerGroup> groups) {
        Set<Set<Member>> contents = new HashSet<>();
        groups.forEach(group -> contents.add(Set.copyOf(group.members())));
        return contents;
    }

    private static int rewritten(List<Member> before, List<Member> after, int most) {
        Set<Set<Member>> layers = contents(Division.byGroupId(after, most, ""));
        layers.removeAll(contents(Division.byGroupId(before, most, "")));
        return layers.size();
    }

    @Test
    void everyMemberIsInExactlyOneLayerOfNoMoreThanAllowed() {
        always(41, (members, random) -> {
            int most = 1 + random.below(30);
            for (Way way : WAYS) {
                List<LayerGroup> groups = way.divide(members, most, "");
                assertThat(groups).hasSizeLessThanOrEqualTo(most);
                assertThat(groups.stream().flatMap(group -> group.members().stream()))
                        .containsExactlyInAnyOrderElementsOf(members);
                assertThat(groups)
                        .allSatisfy(group -> assertThat(group.members()).isNotEmpty());
            }
        });
    }

    @Test
    void orderOfMembersChangesNothing() {
        always(42, (members, random) -> {
            int most = 1 + random.below(30);
            for (Way way : WAYS) {
                assertThat(way.divide(random.shuffled(members), most, "why"))
                        .isEqualTo(way.divide(members, most, "why"));
            }
        });
    }

    @Test
    void newVersionOfOneMakesAtMostThreeLayersNew() {
        always(43, (members, random) -> {
            List<Member> after = new ArrayList<>(members);
            int changed = random.below(after.size());
            after.set(changed, random.bumped(after.get(changed)));
            assertThat(rewritten(members, after, 1 + random.below(30))).isLessThanOrEqualTo(3);
        });
    }

    @Test
    void oneThatComesOrGoesMakesAtMostThreeLayersNew() {
        always(44, (members, random) -> {
            List<Member> more = new ArrayList<>(members);
            more.add(random.member(25));
            int most = 1 + random.below(30);
            assertThat(rewritten(members, more, most)).isLessThanOrEqualTo(3);
            assertThat(rewritten(more, members, most)).isLessThanOrEqualTo(3);
        });
    }

    @Test
    void whatSharesALayerStandsAboveWhatHasOne() {
        always(45, (members, random) -> {
            for (Way way : WAYS) {
                List<Kind> kinds = way.divide(members, 1 + random.below(30), "").stream()
                        .map(LayerGroup::kind)
                        .toList();
                int first = kinds.contains(Kind.SHARED) ? kinds.indexOf(Kind.SHARED) : kinds.size();
                assertThat(kinds.subList(first, kinds.size())).allMatch(Kind.SHARED::equals);
            }
        });
    }

    @Test
    void groupIdIsNeverTornApart() {
        always(46, (members, random) -> {
            for (LayerGroup group : Division.byGroupId(members, 1 + random.below(30), "")) {
                Set<String> inside = new HashSet<>();
                group.members().forEach(member -> inside.add(member.groupId()));
                assertThat(group.members())
                        .containsExactlyInAnyOrderElementsOf(members.stream()
                                .filter(member -> inside.contains(member.groupId()))
                                .toList());
            }
        });
    }
}

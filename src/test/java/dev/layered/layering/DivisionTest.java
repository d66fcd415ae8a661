package dev.layered.layering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DivisionTest {

    private static final String LIMIT = "as the limit says";

    /** Reads {@code groupId:artifactId:version:kB}. */
    private static List<Member> members(String... texts) {
        return Stream.of(texts)
                .map(text -> text.split(":"))
                .map(parts -> new Member(parts[0], parts[1], "jar", "", parts[2], Long.parseLong(parts[3]) * 1_000))
                .toList();
    }

    private static String text(List<LayerGroup> groups) {
        List<String> lines = new ArrayList<>();
        for (LayerGroup group : groups) {
            lines.add(group.label() + "="
                    + String.join(
                            " ",
                            group.members().stream().map(Member::artifactId).toList()));
        }
        return String.join("; ", lines);
    }

    @Test
    void byGroupIdWhenAllAreBigOrdersBySizeAndBySteadiness() {
        List<Member> members =
                members("small:a:1.0:500", "big:b:1.0:9000", "often:c:5.90.1:9000", "jakarta.x:d:9.9:800", "big:e:1:1");
        assertThat(text(Division.byGroupId(members, 24, LIMIT))).isEqualTo("big=b e; jakarta.x=d; small=a; often=c");
    }

    @Test
    void byGroupIdWhenThereAreMoreThanLayersTheSmallShareByPace() {
        List<Member> members = members(
                "big:a:1:5000",
                "slow:b:2.1:300",
                "javax.y:c:40:200",
                "mid:d:1.12:190",
                "fast:e:1.70.2:180",
                "guava:f:31.1-jre:170",
                "dated:g:20240101:160");
        List<LayerGroup> groups = Division.byGroupId(members, 4, LIMIT);
        assertThat(text(groups)).isEqualTo("big=a; stable=g c b; normal=d; active=e f");
        assertThat(groups.get(0).why()).isEqualTo("the 1 biggest of 7 groupIds have a layer each, as the limit says");
        assertThat(groups.get(1).why())
                .isEqualTo("the 1 biggest of 7 groupIds have a layer each, as the limit says; those of the others that"
                        + " change seldom, by their versions, share this one");
        assertThat(groups.get(1).notes().values())
                .containsExactly(
                        "dated, 160 kB, is number 7 of 7 groupIds by size",
                        "javax.y, 200 kB, is number 3 of 7 groupIds by size",
                        "slow, 300 kB, is number 2 of 7 groupIds by size");
    }

    @Test
    void byGroupIdWhenGroupIsSmallGivesItNoLayerOfItsOwn() {
        List<LayerGroup> groups = Division.byGroupId(members("a:a:1:100", "b:b:1:99", "c:c:1.99:0"), 24, LIMIT);
        assertThat(text(groups)).isEqualTo("a=a; =b c");
        assertThat(groups.get(0).why()).isEqualTo("each groupId of 100 kB or more has a layer");
        assertThat(groups.get(1).why())
                .isEqualTo("each groupId of 100 kB or more has a layer; the others share this one");
    }

    @Test
    void byGroupIdWhenThereAreFewLayersTheRestSharesOne() {
        List<Member> members = members("a:a:1:900", "b:b:1.9:800", "c:c:1.99:700", "d:d:1:600");
        assertThat(text(Division.byGroupId(members, 1, LIMIT))).isEqualTo("=a b c d");
        assertThat(text(Division.byGroupId(members, 2, LIMIT))).isEqualTo("a=a; =b c d");
        assertThat(text(Division.byGroupId(members, 3, LIMIT))).isEqualTo("a=a; b=b; =c d");
        assertThat(text(Division.byGroupId(members, 4, LIMIT))).isEqualTo("a=a; stable=d; normal=b; active=c");
        assertThat(Division.byGroupId(List.of(), 4, LIMIT)).isEmpty();
    }

    @Test
    void byArtifactGivesEachALayerAndTheSmallestShareWhereTheyAreTooMany() {
        List<Member> members = members("a:a:1:900", "a:b:1.99:800", "c:c:1:20", "d:d:1:10");
        assertThat(text(Division.byArtifact(members, 4, LIMIT))).isEqualTo("a=a; c=c; b=b; d=d");
        List<LayerGroup> groups = Division.byArtifact(members, 3, LIMIT);
        assertThat(text(groups)).isEqualTo("a=a; b=b; =c d");
        assertThat(groups.get(1).notes().values()).containsExactly("b, 800 kB, is number 2 of 4 artifacts by size");
        assertThat(groups.get(2).why())
                .isEqualTo(
                        "the 2 biggest of 4 artifacts have a layer each, as the limit says; the others share this one");
    }

    @Test
    void bySizePutsTheBiggestLowest() {
        List<Member> members = members("g:a:1.99:900", "g:b:1:1500", "g:c:1:20", "g:d:1:10");
        List<LayerGroup> groups = Division.bySize(members, 3, LIMIT);
        assertThat(text(groups)).isEqualTo("b=b; a=a; =c d");
        assertThat(groups.get(0).notes().values()).containsExactly("b, 1.5 MB, is number 1 of 4 artifacts by size");
        assertThat(text(Division.bySize(members, 4, LIMIT))).isEqualTo("b=b; a=a; c=c; d=d");
    }

    @Test
    void titleIsLegalAndNobodyElses() {
        LayerTitles titles = new LayerTitles(Set.of("classes"));
        assertThat(titles.title("org.Acme")).isEqualTo("org.acme");
        assertThat(titles.title("org.acme")).isEqualTo("org.acme-2");
        assertThat(titles.title("classes")).isEqualTo("classes-2");
        assertThat(titles.title("_a/ö")).isEqualTo("a--");
        assertThat(titles.title("..")).isEqualTo("layer");
        assertThat(titles.title("x".repeat(80))).hasSize(58);
        assertThat(titles.title("x".repeat(80))).hasSize(60);
    }
}

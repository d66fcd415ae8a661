package dev.layered.layering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Artifacts that chance makes, of sizes that are often just too small or just big enough. */
final class RandomMembers {

    private static final List<String> GROUPS = List.of("g", "javax.", "jakarta.", "x.y");

    private final Random random;

    RandomMembers(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private long bytes() {
        return switch (below(4)) {
            case 0 -> below(2_000);
            case 1 -> Division.SMALL - 2 + below(4);
            case 2 -> below(300_000);
            default -> below(20_000_000);
        };
    }

    private String version() {
        return below(4) + "." + below(50) + (below(9) == 0 ? "-jre" : "");
    }

    /** Returns one of the groups that this number chooses from. */
    Member member(int groups) {
        String groupId = GROUPS.get(below(GROUPS.size())) + below(groups);
        return new Member(groupId, "a" + below(1_000_000), "jar", "", version(), bytes());
    }

    /** Returns up to 80, in up to as many groups. */
    List<Member> members() {
        int groups = 1 + below(20);
        List<Member> members = new ArrayList<>();
        for (int i = below(80); i >= 0; i--) {
            members.add(member(groups));
        }
        return members.stream().distinct().toList();
    }

    /** Returns another version of it. */
    Member bumped(Member member) {
        return new Member(
                member.groupId(), member.artifactId(), "jar", "", version() + "." + below(1_000_000), bytes());
    }

    List<Member> shuffled(List<Member> members) {
        List<Member> shuffled = new ArrayList<>(members);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}

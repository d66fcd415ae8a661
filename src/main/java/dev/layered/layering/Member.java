package dev.layered.layering;

import java.util.Comparator;
import java.util.List;

/**
 * An artifact that is to get a layer.
 *
 * @param classifier empty where there is none
 * @param bytes size of its file, 0 or more
 */
public record Member(String groupId, String artifactId, String type, String classifier, String version, long bytes)
        implements Comparable<Member> {

    private static final Comparator<Member> ORDER = Comparator.comparing(Member::groupId)
            .thenComparing(Member::artifactId)
            .thenComparing(Member::type)
            .thenComparing(Member::classifier)
            .thenComparing(Member::version)
            .thenComparing(Member::bytes);

    /** Whether it is often released, as far as its version tells. */
    public boolean changesOften() {
        return Pace.of(Pace.chance(List.of(this))) == Pace.ACTIVE;
    }

    /** Compares by coordinates. */
    @Override
    public int compareTo(Member other) {
        return ORDER.compare(this, other);
    }
}

package dev.layered.layering;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often artifacts change, guessed from their coordinates: who has released often has high numbers. */
public enum Pace {
    /** Changes seldom. */
    STABLE(0.025, "seldom"),
    /** Changes now and then. */
    NORMAL(0.08, "now and then"),
    /** Changes often. */
    ACTIVE(1, "often");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Says what the artifact is for, and holds numbers that count nothing. */
    private static final Pattern SUFFIX = Pattern.compile("-(jre|android|java)\\d*$");

    private static final int NUMBERS_OF_A_VERSION = 4;

    /** From here on a number is a date or a build, which counts nothing. */
    private static final int DIGITS_OF_A_DATE = 4;

    private static final double OF_A_SPECIFICATION = 0.01;
    private static final double PER_RELEASE = 0.005;
    private static final double MOST = 0.4;

    private final double upTo;
    private final String words;

    Pace(double upTo, String words) {
        this.upTo = upTo;
        this.words = words;
    }

    /** Returns how often, in words. */
    String words() {
        return words;
    }

    /** Returns the label of the layer of those that change so often. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the pace of what changes with that probability from one image to the next. */
    static Pace of(double chance) {
        for (Pace pace : values()) {
            if (chance <= pace.upTo) {
                return pace;
            }
        }
        return ACTIVE;
    }

    /** Returns how probably one of the artifacts changes from one image to the next, above 0 and below 1. */
    public static double chance(List<Member> members) {
        return members.stream().mapToDouble(Pace::chance).max().orElse(MOST);
    }

    private static double chance(Member member) {
        if (member.groupId().startsWith("javax") || member.groupId().startsWith("jakarta")) {
            return OF_A_SPECIFICATION;
        }
        return Math.min(MOST, PER_RELEASE * (1 + releases(member.version())));
    }

    private static int releases(String version) {
        Matcher number = NUMBER.matcher(SUFFIX.matcher(version).replaceFirst(""));
        int most = 0;
        for (int i = 0; i < NUMBERS_OF_A_VERSION && number.find(); i++) {
            String digits = number.group().replaceFirst("^0+(?=.)", "");
            if (digits.length() < DIGITS_OF_A_DATE) {
                most = Math.max(most, Integer.parseInt(digits));
            }
        }
        return most;
    }
}

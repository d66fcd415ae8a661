package dev.layered.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the valid word that a user most likely meant, by edit distance. */
public final class Nearest {

    private Nearest() {}

    /**
     * Returns the closest valid word, or empty where none is near: at most a third of the letters may differ, of those
     * behind the dots that both have in common.
     */
    public static Optional<String> to(String word, Collection<String> valid) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return valid.stream()
                .sorted()
                .min(Comparator.comparingInt(v -> distance(wanted, v.toLowerCase(Locale.ROOT))))
                .filter(v -> isNear(wanted, v.toLowerCase(Locale.ROOT)));
    }

    private static boolean isNear(String wanted, String valid) {
        int same = 0;
        while (same < Math.min(wanted.length(), valid.length()) && wanted.charAt(same) == valid.charAt(same)) {
            same++;
        }
        int own = wanted.length() - (wanted.substring(0, same).lastIndexOf('.') + 1);
        return distance(wanted, valid) <= Math.max(1, own / 3);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}

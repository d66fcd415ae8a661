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

    /** Counts letters to add, drop, replace, and neighbours to swap. */
    private static int distance(String a, String b) {
        int[][] least = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    least[i][j] = i + j;
                    continue;
                }
                int replaced = least[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                least[i][j] = Math.min(replaced, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
                boolean areSwapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (areSwapped) {
                    least[i][j] = Math.min(least[i][j], least[i - 2][j - 2] + 1);
                }
            }
        }
        return least[a.length()][b.length()];
    }
}

package dev.layered.certificate;

import java.util.HashSet;
import java.util.Set;

/** Names for files of single certificates: of letters, digits and a few signs, each once. */
final class CertificateNames {

    private static final int LONGEST = 100;

    private final Set<String> taken = new HashSet<>();

    /**
     * Returns a name that was not given yet.
     *
     * @param file the name of the file that the certificate was read from
     * @param number what tells it from others of the file; empty where there are none
     */
    String of(String file, String number) {
        int dot = file.lastIndexOf('.');
        String safe = (dot > 0 ? file.substring(0, dot) : file)
                .replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("^[.-]+|[.-]+$", "");
        String name = (safe.isEmpty() ? "certificate" : safe.substring(0, Math.min(safe.length(), LONGEST))) + number;
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + "-" + i;
        }
        return free;
    }
}

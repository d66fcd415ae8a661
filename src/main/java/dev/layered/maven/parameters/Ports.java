package dev.layered.maven.parameters;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ports as users write them: {@code 8080}, {@code 53/udp}, {@code 9000-9010}. */
final class Ports {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?(?:/(tcp|udp))?");
    private static final int HIGHEST = 65_535;

    private Ports() {}

    /**
     * Returns each port of the text as the config names it, e.g. {@code 8080/tcp}.
     *
     * @throws LayeredFailure {@code port-form}
     */
    static List<String> read(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        int first = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        int last = first == 0 || matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        if (first == 0 || last < first || last > HIGHEST) {
            throw LayeredFailure.mistake(
                    "port-form",
                    Shown.quoted(text) + " is not a port.",
                    "a port",
                    "write a number from 1 to 65535 or a range, e.g. 8080, 53/udp, 9000-9010");
        }
        String protocol = matcher.group(3) == null ? "tcp" : matcher.group(3);
        List<String> ports = new ArrayList<>();
        for (int port = first; port <= last; port++) {
            ports.add(port + "/" + protocol);
        }
        return ports;
    }
}

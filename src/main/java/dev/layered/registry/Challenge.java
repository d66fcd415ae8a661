package dev.layered.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One way in which a server asks who sends a request (RFC 9110, WWW-Authenticate). */
record Challenge(String scheme, Map<String, String> parameters) {

    /** A parameter, or else the name of a scheme; what is neither is passed over. */
    private static final Pattern PART = Pattern.compile(
            "([A-Za-z0-9!#$%&'*+.^_`|~-]+)" + "(?:[ \\t]*=[ \\t]*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s\",=]+)))?");

    /** Longer headers are cut, which loses the challenge and nothing else. */
    private static final int LONGEST = 8192;

    /** Returns the challenges in the order of the headers, with schemes and names in lower case. */
    static List<Challenge> parse(List<String> headers) {
        List<Challenge> challenges = new ArrayList<>();
        for (String header : headers) {
            Matcher part = PART.matcher(header.substring(0, Math.min(header.length(), LONGEST)));
            while (part.find()) {
                String word = part.group(1).toLowerCase(Locale.ROOT);
                Optional<String> value = value(part);
                if (value.isEmpty()) {
                    challenges.add(new Challenge(word, new LinkedHashMap<>()));
                } else if (!challenges.isEmpty()) {
                    challenges.get(challenges.size() - 1).parameters.putIfAbsent(word, value.get());
                }
            }
        }
        return challenges;
    }

    /** Returns the challenge that is answered best: with a token rather than with a password. */
    static Optional<Challenge> best(List<String> headers) {
        List<Challenge> challenges = parse(headers);
        return challenges.stream()
                .filter(Challenge::isBearer)
                .findFirst()
                .or(() -> challenges.stream()
                        .filter(challenge -> challenge.scheme.equals("basic"))
                        .findFirst());
    }

    boolean isBearer() {
        return scheme.equals("bearer") && parameters.containsKey("realm");
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    private static Optional<String> value(Matcher part) {
        return Optional.ofNullable(part.group(2))
                .map(quoted -> quoted.replaceAll("\\\\(.)", "$1"))
                .or(() -> Optional.ofNullable(part.group(3)));
    }
}

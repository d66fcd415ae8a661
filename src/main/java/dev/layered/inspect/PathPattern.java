package dev.layered.inspect;

import java.util.regex.Pattern;

/**
 * What users write to name paths of an image: an absolute path, or a file name without a slash; {@code *} and {@code ?}
 * stand for characters of one part, {@code **} for any number of parts.
 *
 * @param text as in a tar, without a slash at either end
 * @param isName whether it names the last part of a path only
 */
record PathPattern(String text, boolean isName, Pattern pattern) {

    /** Reads what users write. */
    static PathPattern of(String written) {
        String text = written.strip().replaceAll("/+", "/");
        String inner = text.replaceAll("^/|/$", "");
        boolean isName = !text.startsWith("/") && !inner.contains("/") && !inner.contains("**");
        return new PathPattern(inner, isName, Pattern.compile(regex(inner), Pattern.DOTALL));
    }

    /** Whether it stands for one path, or for one name. */
    boolean isPlain() {
        return text.chars().noneMatch(c -> c == '*' || c == '?');
    }

    /** Whether the path, as in a tar, is meant. */
    boolean matches(String path) {
        return pattern.matcher(isName ? last(path) : path).matches();
    }

    /** Returns the last part of a path. */
    static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            if (glob.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (glob.charAt(i) == '*') {
                regex.append("[^/]*");
            } else if (glob.charAt(i) == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(glob.substring(i, i + 1)));
            }
        }
        return regex.toString();
    }
}

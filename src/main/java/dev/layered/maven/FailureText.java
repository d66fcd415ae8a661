package dev.layered.maven;

import dev.layered.failure.LayeredFailure;

/**
 * The text of a failure for Maven's exceptions, made so that Maven adds nothing to it.
 *
 * <p>Maven walks the causes and puts each message that the text does not contain behind it, which would be in the line
 * of the last fix. The causes must stay, because 3.6 and 3.8 show no suppressed exceptions with {@code -e}; therefore
 * each of their messages gets a line of its own here.
 */
final class FailureText {

    private FailureText() {}

    /** Returns all problems, then what the outside world said. */
    static String of(LayeredFailure failure) {
        StringBuilder text = new StringBuilder(failure.getMessage());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            String message = cause.getMessage() == null || cause.getMessage().isEmpty()
                    ? cause.getClass().getSimpleName()
                    : cause.getMessage();
            if (text.indexOf(message) < 0) {
                text.append("\n  cause: ").append(message);
            }
        }
        return text.toString();
    }
}

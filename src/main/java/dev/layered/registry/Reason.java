package dev.layered.registry;

import dev.layered.failure.Shown;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/** Says in words why a request did not come through; Java's own messages often do not. */
final class Reason {

    private Reason() {}

    /** Returns the reason in a few words, without a full stop. */
    static String of(Throwable failure) {
        if (isUnknownHost(failure)) {
            return "no such host is known";
        }
        String text = failure.getMessage();
        if (text == null && failure instanceof ConnectException) {
            return "connection refused";
        }
        return text == null ? failure.getClass().getSimpleName() : Shown.text(text);
    }

    /** Whether nobody knows the name of the host that was to be spoken to. */
    static boolean isUnknownHost(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }
}

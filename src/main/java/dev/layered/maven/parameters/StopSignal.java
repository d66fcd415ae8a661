package dev.layered.maven.parameters;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Nearest;
import dev.layered.failure.Shown;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The signal that asks a container to stop, by its name on Linux or its number. */
final class StopSignal {

    private static final List<String> NAMES = List.of(
            "SIGTERM",
            "SIGINT",
            "SIGQUIT",
            "SIGHUP",
            "SIGKILL",
            "SIGUSR1",
            "SIGUSR2",
            "SIGWINCH",
            "SIGABRT",
            "SIGALRM",
            "SIGBUS",
            "SIGCHLD",
            "SIGCONT",
            "SIGFPE",
            "SIGILL",
            "SIGIO",
            "SIGPIPE",
            "SIGPROF",
            "SIGPWR",
            "SIGSEGV",
            "SIGSTKFLT",
            "SIGSTOP",
            "SIGSYS",
            "SIGTRAP",
            "SIGTSTP",
            "SIGTTIN",
            "SIGTTOU",
            "SIGURG",
            "SIGVTALRM",
            "SIGXCPU",
            "SIGXFSZ");

    /** Signals for everybody's own use, and the numbers of Linux, 1 to 64. */
    private static final Pattern OTHER =
            Pattern.compile("SIGRTMIN(\\+([1-9]|1[0-5]))?|SIGRTMAX(-([1-9]|1[0-4]))?|[1-9]|[1-5][0-9]|6[0-4]");

    private StopSignal() {}

    /**
     * Returns the signal as it stands in a config.
     *
     * @throws LayeredFailure {@code stop-signal}
     */
    static String read(String text) {
        String signal = text.strip();
        if (!NAMES.contains(signal) && !OTHER.matcher(signal).matches()) {
            throw LayeredFailure.mistake(
                    "stop-signal",
                    Shown.quoted(text) + " is no signal of Linux.",
                    "a signal",
                    "write " + like(signal) + ", or another name or number of a signal, e.g. SIGINT, SIGRTMIN+3, 15");
        }
        return signal;
    }

    private static String like(String signal) {
        String whole = "SIG" + signal.toUpperCase(Locale.ROOT);
        return NAMES.contains(whole) || OTHER.matcher(whole).matches()
                ? whole
                : Nearest.to(signal, NAMES).orElse(NAMES.get(0));
    }
}

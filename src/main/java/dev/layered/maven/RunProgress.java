package dev.layered.maven;

import dev.layered.progress.LiveLine;
import dev.layered.progress.ProgressLines;
import dev.layered.progress.ProgressView;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.eclipse.aether.SessionData;

/** How a run shows work that takes long: a live line where somebody watches a terminal, else lines of the log. */
final class RunProgress {

    /** Where a session keeps its line; a name, since another class loader may have this class too. */
    private static final String LINE = "dev.layered.progress";

    private RunProgress() {}

    /** Returns the view; the live line is one for all goals and modules of the session. */
    static ProgressView of(MavenSession session, Log log) {
        if (!log.isInfoEnabled() || !WatchedTerminal.of(session.getRequest()).isThere()) {
            return new ProgressLines(log::info, System::nanoTime);
        }
        SessionData data = session.getRepositorySession().getData();
        data.set(LINE, null, new ConcurrentHashMap<>());
        @SuppressWarnings("unchecked")
        Map<Object, Object> lines = (Map<Object, Object>) data.get(LINE);
        return (ProgressView) lines.computeIfAbsent(LiveLine.class, type -> new LiveLine(terminal(), System::nanoTime));
    }

    /** Not {@code System.out}, which Maven 4 cuts into lines for its log. */
    private static Consumer<String> terminal() {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.US_ASCII);
        return text -> {
            out.print(text);
            out.flush();
        };
    }
}

package dev.layered.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.layered.image.Digest;
import dev.layered.outcome.Progress;
import dev.layered.outcome.Transfer;
import dev.layered.outcome.Work;
import dev.layered.progress.ProgressView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

final class MavenBuildLogTest {

    private final List<String> told = new ArrayList<>();
    private boolean isDebug;

    private final Log log = new SystemStreamLog() {
        @Override
        public boolean isDebugEnabled() {
            return isDebug;
        }

        @Override
        public void debug(CharSequence text) {
            told.add("debug " + text);
        }

        @Override
        public void info(CharSequence text) {
            told.add("info " + text);
        }

        @Override
        public void warn(CharSequence text) {
            told.add("warn " + text);
        }
    };

    private final ProgressView view = new ProgressView() {
        @Override
        public Progress begin(Work work) {
            told.add(work.name());
            return Progress.UNHEARD;
        }

        @Override
        public void clear() {
            told.add("clear");
        }
    };

    private final MavenBuildLog build = new MavenBuildLog(log, view);

    @Test
    void linesAreWrittenAfterProgressIsOutOfTheWay() {
        Digest digest = Digest.of(new byte[0]);
        build.detail("unheard");
        build.warning("a");
        build.note("b");
        isDebug = true;
        build.transferred(
                "libs", new Transfer(digest, 7, Transfer.Way.MOUNTED, Optional.of("a.example/base:1"), Duration.ZERO));
        build.begin(new Work(Work.Kind.SEND, "work", 1));
        assertThat(told)
                .containsExactly(
                        "clear",
                        "warn a",
                        "clear",
                        "info b",
                        "clear",
                        "debug libs " + digest.shortHex() + ", 7 B: mounted from a.example/base:1",
                        "work");
    }

    @Test
    void progressWhenNobodyWatchesIsLinesOfTheLog() {
        MavenSession session = mock(MavenSession.class);
        when(session.getRequest()).thenReturn(mock(MavenExecutionRequest.class));
        try (Progress progress = RunProgress.of(session, log).begin(new Work(Work.Kind.SEND, "libs", 2_000_000))) {
            progress.done();
        }
        assertThat(told).singleElement().asString().startsWith("info pushed libs: 2.0 MB in ");
    }
}

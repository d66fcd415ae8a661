package dev.layered.progress;

import dev.layered.outcome.Progress;
import dev.layered.outcome.Work;

/** Shows long work while it goes on. Thread-safe; no view has a thread of its own. */
public interface ProgressView {

    /** A piece of work begins; returns what hears how far it is, and is closed at its end. */
    Progress begin(Work work);

    /** Takes away what is not meant to stay, because a line of the log follows. */
    default void clear() {}
}

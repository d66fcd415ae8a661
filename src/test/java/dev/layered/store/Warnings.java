package dev.layered.store;

import dev.layered.outcome.BuildLog;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the warnings of a run. */
final class Warnings implements BuildLog {

    private final List<String> texts = new CopyOnWriteArrayList<>();

    @Override
    public void warning(String text) {
        texts.add(text);
    }

    List<String> texts() {
        return texts;
    }
}

package dev.layered.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What is asked for on the command line, as system properties that begin with {@code benchmark.}. */
final class Choice {

    private Choice() {}

    /** Returns the folder that everything is made in. */
    static Path folder() {
        return Path.of(System.getProperty("benchmark.folder")).toAbsolutePath();
    }

    /** Returns a file or folder that the pom names. */
    static Path path(String name) {
        return Path.of(System.getProperty("benchmark." + name)).toAbsolutePath();
    }

    /** Returns the text of that name, empty where there is none. */
    static String text(String name) {
        return System.getProperty("benchmark." + name, "").trim();
    }

    /** Returns how often each scenario is run with each tool. */
    static int rounds() {
        return Integer.parseInt(text("rounds"));
    }

    /** Returns those of the values whose names are asked for, in their own order; all where none is. */
    static <T> List<T> of(String name, T[] values) {
        List<String> asked = Stream.of(text(name).split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
        List<String> known = Arrays.stream(values).map(T::toString).toList();
        asked.stream().filter(one -> !known.contains(one)).forEach(one -> {
            throw new IllegalArgumentException("-Dbenchmark." + name + " knows " + known + ", not " + one);
        });
        return Arrays.stream(values)
                .filter(value -> asked.isEmpty() || asked.contains(value.toString()))
                .toList();
    }
}

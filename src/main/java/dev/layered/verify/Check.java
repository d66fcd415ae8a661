package dev.layered.verify;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.outcome.CheckOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One check in the making: what was looked at, and every fault found, of which the first are kept. Thread-safe. */
final class Check {

    /** Whoever has mended so many runs the goal again. */
    private static final int MOST_SHOWN = 100;

    private final String name;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final List<Problem> faults = new ArrayList<>();
    private long bytes;
    private int found;

    Check(String name) {
        this.name = name;
    }

    /** Notes that so many were looked at; {@code what} is the plural. */
    synchronized void saw(long number, String what) {
        if (number > 0) {
            counts.merge(what, number, Long::sum);
        }
    }

    /** Notes that so many bytes were read or written. */
    synchronized void sawBytes(long number) {
        bytes += number;
    }

    synchronized void fault(Problem fault) {
        found++;
        if (faults.size() < MOST_SHOWN) {
            faults.add(fault);
        }
    }

    void fault(String id, String what, String where, String fix) {
        fault(new Problem(id, what, where, fix));
    }

    /** Returns what the reader gives; mistakes that it throws are faults, a failure of the outside world is thrown on. */
    <T> Optional<T> trying(Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (LayeredFailure failure) {
            if (failure.isOutside()) {
                throw failure;
            }
            failure.problems().forEach(this::fault);
            return Optional.empty();
        }
    }

    /** Takes over what another check saw and found. */
    synchronized void add(Check other) {
        other.counts.forEach((what, number) -> saw(number, what));
        other.faults.forEach(this::fault);
        found += other.found - other.faults.size();
        bytes += other.bytes;
    }

    synchronized boolean isClean() {
        return found == 0;
    }

    synchronized List<Problem> faults() {
        return List.copyOf(faults);
    }

    synchronized CheckOutcome outcome() {
        String seen = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + singular(count.getKey(), count.getValue()))
                .collect(Collectors.joining(", "));
        return new CheckOutcome(name, seen, bytes, found);
    }

    private static String singular(String plural, long number) {
        if (number != 1) {
            return plural;
        }
        return switch (plural) {
            case "indexes" -> "index";
            case "entries" -> "entry";
            default -> plural.replaceFirst("s$", "");
        };
    }
}

package dev.layered.folder;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A pattern as a nondeterministic automaton, which is in all its states at once: the time to match is at most the length
 * of the pattern times that of the text, whatever the pattern.
 *
 * <p>Not a regular expression: with many stars that could take for ever. Immutable.
 */
final class Automaton {

    private static final int NOWHERE = -1;

    private final IntPredicate[] takes;
    private final int[] next;
    private final int[] other;

    private Automaton(Builder builder) {
        this.takes = builder.takes.toArray(IntPredicate[]::new);
        this.next = builder.next.stream().mapToInt(Integer::intValue).toArray();
        this.other = builder.other.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether the automaton takes the whole text, code point by code point. */
    boolean matches(String text) {
        int[] stack = new int[2 * takes.length + 2];
        BitSet states = reached(0, new BitSet(), stack);
        int i = 0;
        while (i < text.length() && !states.isEmpty()) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            BitSet after = new BitSet();
            for (int state = states.nextSetBit(0); state >= 0; state = states.nextSetBit(state + 1)) {
                if (state < takes.length && takes[state] != null && takes[state].test(character)) {
                    reached(next[state], after, stack);
                }
            }
            states = after;
        }
        return states.get(takes.length);
    }

    /** Adds the state and all that follow without a character. */
    private BitSet reached(int state, BitSet states, int[] stack) {
        int depth = 0;
        stack[depth++] = state;
        while (depth > 0) {
            int at = stack[--depth];
            if (at == NOWHERE || states.get(at)) {
                continue;
            }
            states.set(at);
            if (at < takes.length && takes[at] == null) {
                stack[depth++] = next[at];
                stack[depth++] = other[at];
            }
        }
        return states;
    }

    /** Writes an automaton down from the beginning to the end. */
    static final class Builder {

        private final List<IntPredicate> takes = new ArrayList<>();
        private final List<Integer> next = new ArrayList<>();
        private final List<Integer> other = new ArrayList<>();

        /** Takes one character of that kind. */
        Builder one(IntPredicate kind) {
            add(kind, here() + 1, NOWHERE);
            return this;
        }

        /** Takes this character. */
        Builder one(int character) {
            return one(c -> c == character);
        }

        /** Takes any number of characters of that kind, also none. */
        Builder many(IntPredicate kind) {
            add(null, here() + 1, here() + 2);
            add(kind, here() - 1, NOWHERE);
            return this;
        }

        /** Begins a way beside which there may be another one, and returns its mark for {@link #otherwise}. */
        int fork() {
            add(null, here() + 1, NOWHERE);
            return here() - 1;
        }

        /** Lets the other way of a fork go on here. */
        Builder otherwise(int fork) {
            other.set(fork, here());
            return this;
        }

        /** Ends a way, and returns its mark for {@link #land}. */
        int leap() {
            add(null, NOWHERE, NOWHERE);
            return here() - 1;
        }

        /** Lets a way that ended go on here. */
        Builder land(int leap) {
            next.set(leap, here());
            return this;
        }

        Automaton build() {
            return new Automaton(this);
        }

        private int here() {
            return takes.size();
        }

        private void add(IntPredicate kind, int then, int or) {
            takes.add(kind);
            next.add(then);
            other.add(or);
        }
    }
}

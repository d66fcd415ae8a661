package dev.layered.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a token is to allow: to read or to write one repository, and to read another one that is mounted from. */
record Scope(String repository, boolean push, Optional<String> from) {

    static Scope pull(String repository) {
        return new Scope(repository, false, Optional.empty());
    }

    static Scope push(String repository) {
        return new Scope(repository, true, Optional.empty());
    }

    /** Returns the scopes in the words of a token server (distribution project, token scope). */
    List<String> words() {
        List<String> words = new ArrayList<>();
        words.add("repository:" + repository + (push ? ":pull,push" : ":pull"));
        from.ifPresent(other -> words.add("repository:" + other + ":pull"));
        return words;
    }
}

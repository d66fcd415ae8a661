package dev.layered.maven.parameters;

import java.util.Optional;

/** The element {@code <credHelper>}: {@code ecr-login} as text, or {@code <helper>} inside as in Jib. */
public final class CredHelperParameters {

    /**
     * What follows {@code docker-credential-} in the program's name, or the absolute path of its file. No default.
     * Example: {@code ecr-login}.
     */
    String helper;

    /** Takes the short form, the helper alone. */
    public void set(String shortForm) {
        helper = shortForm;
    }

    /** Returns the helper, if one is named. */
    Optional<String> program() {
        return Optional.ofNullable(helper).map(String::strip).filter(name -> !name.isEmpty());
    }
}

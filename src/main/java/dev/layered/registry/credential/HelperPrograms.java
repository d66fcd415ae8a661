package dev.layered.registry.credential;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The credential helpers of this machine, each asked once for a registry. Thread-safe. */
final class HelperPrograms {

    private static final String PREFIX = "docker-credential-";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final Machine machine;
    private final Duration limit;
    private final Remembered answers;

    HelperPrograms(Machine machine, Duration limit, Clock clock) {
        this.machine = machine;
        this.limit = limit;
        this.answers = new Remembered(clock);
    }

    /**
     * Returns what a program has for a registry that it was named for.
     *
     * @param name what follows {@code docker-credential-}, or the absolute path of its file
     * @param place what names it, e.g. {@code credsStore of /home/me/.docker/config.json}
     * @throws LayeredFailure if there is no such program, or no good answer from it
     */
    Optional<Credentials> ask(String name, String registry, String place) {
        Path file = NAME.matcher(name).matches() ? onPath(PREFIX + name, place) : file(name, place);
        return ask(file, registry, file.getFileName() + " (" + place + ")", place);
    }

    /** Returns what a program has for a registry; empty where this machine does not have the program. */
    Optional<Credentials> askIfThere(String name, String registry) {
        return machine.program(PREFIX + name).flatMap(file -> ask(file, registry, PREFIX + name, file.toString()));
    }

    private Optional<Credentials> ask(Path file, String registry, String source, String place) {
        HelperProgram program = new HelperProgram(file, source, place, machine, limit);
        for (String spelled : RegistryKeys.spellings(registry)) {
            Optional<Credentials> found = answers.get(file + " " + spelled, () -> program.ask(spelled));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Path onPath(String name, String place) {
        return machine.program(name).orElseThrow(() -> missing("There is no '" + name + "' on the PATH.", place));
    }

    private static Path file(String name, String place) {
        try {
            Path file = Path.of(name);
            if (file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            // told below
        }
        throw missing(
                Shown.quoted(name) + " is neither the name of a credential helper nor the absolute path of one.",
                place);
    }

    private static LayeredFailure missing(String what, String place) {
        return LayeredFailure.mistake(
                "credential-helper-missing",
                what,
                Shown.text(place),
                "install it, or take its name out of there and give the credentials another way");
    }
}

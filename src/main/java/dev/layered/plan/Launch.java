package dev.layered.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How the application is started.
 *
 * @param file the path in the image of the argument file that holds the class path, without a slash before it
 * @param head the paths on the class path before the artifacts
 * @param command what is executed; none where the base image's entrypoint is kept
 */
public record Launch(String file, List<String> head, Optional<Command> command) {

    /** What a container executes. */
    public sealed interface Command {

        /** Words of the user's own. */
        record Words(List<String> words) implements Command {}

        /**
         * Java with the class path.
         *
         * @param isExpanded whether the class path stands in the command rather than in the argument file
         */
        record Java(List<String> flags, boolean isExpanded, String mainClass) implements Command {}
    }

    /** Returns the argument file. */
    PlacedFile file(List<String> libraries) {
        return PlacedFile.of(StandardLayer.START, file, ArgumentFile.quote(joined(libraries)), "classpath");
    }

    /** Returns the words of the command. */
    Optional<List<String>> entrypoint(List<String> libraries) {
        return command.map(executed ->
                executed instanceof Command.Java java ? words(java, libraries) : ((Command.Words) executed).words());
    }

    private List<String> words(Command.Java java, List<String> libraries) {
        List<String> words = new ArrayList<>(List.of("java"));
        words.addAll(java.flags());
        words.addAll(List.of("-cp", java.isExpanded() ? joined(libraries) : "@/" + file, java.mainClass()));
        return List.copyOf(words);
    }

    private String joined(List<String> libraries) {
        return String.join(":", Stream.concat(head.stream(), libraries.stream()).toList());
    }

    /** Returns the launch with more options for the virtual machine, before those that there are. */
    Launch with(List<String> flags) {
        return flags(own -> Stream.concat(flags.stream(), own.stream()).toList());
    }

    /** Returns the launch with these options for the virtual machine alone. */
    Launch flags(List<String> only) {
        return flags(own -> only);
    }

    private Launch flags(UnaryOperator<List<String>> change) {
        return new Launch(
                file,
                head,
                command.map(executed -> executed instanceof Command.Java java
                        ? new Command.Java(change.apply(java.flags()), java.isExpanded(), java.mainClass())
                        : executed));
    }
}

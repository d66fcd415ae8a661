package dev.layered.natives;

import dev.layered.plan.ArtifactPattern;
import dev.layered.plan.Coordinates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Artifacts that there are for some operating systems only, so that on others nobody is asked for a sibling. */
final class BoundArtifacts {

    /** Behind the pattern the systems in Go's words; a star before them where this holds without a classifier too. */
    private static final Map<ArtifactPattern, List<String>> SYSTEMS = table("""
            io.netty:netty-resolver-dns-native-macos                    * darwin
            io.netty:netty-transport-native-kqueue                      * darwin freebsd openbsd netbsd
            io.netty:netty-transport-native-epoll                       linux
            io.netty*:netty*-transport-native-io_uring                  linux
            org.lwjgl:lwjgl-vulkan                                      darwin
            org.lwjgl:lwjgl-ovr                                         windows
            org.lwjgl:lwjgl-openxr                                      linux windows freebsd
            """);

    private BoundArtifacts() {}

    private static Map<ArtifactPattern, List<String>> table(String text) {
        Map<ArtifactPattern, List<String>> systems = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            List<String> parts = List.of(line.split(" +"));
            systems.put(ArtifactPattern.parse(parts.get(0)), parts.subList(1, parts.size()));
        });
        return systems;
    }

    /** Whether there is nothing of the artifact for that operating system. */
    static boolean areNotFor(Coordinates artifact, String system) {
        return SYSTEMS.entrySet().stream()
                .filter(bound -> bound.getKey().matches(artifact))
                .map(Map.Entry::getValue)
                .filter(systems -> systems.contains("*")
                        || PlatformNames.ofClassifier(artifact.classifier()).isPresent())
                .anyMatch(systems -> !systems.contains(system));
    }
}

package dev.layered.base;

import dev.layered.tar.TarEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the trust stores of Java in a base image. */
final class JavaStores {

    /** A Java that has the first of these does not look at the second. */
    private static final List<String> STORES = List.of("/lib/security/jssecacerts", "/lib/security/cacerts");

    /** Those of systems, which Java of theirs mostly has a link to. */
    private static final List<String> OF_SYSTEMS = List.of(
            "etc/ssl/certs/java/cacerts",
            "etc/pki/ca-trust/extracted/java/cacerts",
            "var/lib/ca-certificates/java-cacerts");

    /** Where engines look for programs if the image does not say. */
    private static final String USUAL_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private static final String PROGRAM = "/bin/java";

    private final BaseFiles files;
    private final Map<String, String> environment;

    /** Looks for nothing yet. */
    JavaStores(BaseFiles files, Map<String, String> environment) {
        this.files = files;
        this.environment = environment;
    }

    /**
     * Returns those that a Java in the base reads: the one of {@code JAVA_HOME}, that of {@code PATH}, and any that lies
     * where a Java has it. Each real file once.
     */
    List<TarEntry> ofJava() {
        List<String> paths = new ArrayList<>();
        Optional.ofNullable(environment.get("JAVA_HOME"))
                .filter(home -> home.startsWith("/"))
                .ifPresent(home -> addStores(home, paths));
        homeOnPath().ifPresent(home -> addStores(home, paths));
        STORES.forEach(store -> paths.addAll(files.tree().endingWith(store)));
        return real(paths);
    }

    /** Returns those that the system keeps, whether a Java reads them or not. */
    List<TarEntry> ofSystem() {
        return real(OF_SYSTEMS);
    }

    private List<TarEntry> real(List<String> paths) {
        Map<String, TarEntry> found = new LinkedHashMap<>();
        paths.forEach(path -> files.file(path).ifPresent(file -> found.put(file.path(), file)));
        return List.copyOf(found.values());
    }

    private Optional<String> homeOnPath() {
        return List.of(environment.getOrDefault("PATH", USUAL_PATH).split(":")).stream()
                .filter(folder -> folder.startsWith("/"))
                .flatMap(folder -> files.file(folder + "/java").stream())
                .map(TarEntry::path)
                .findFirst()
                .filter(program -> program.endsWith(PROGRAM))
                .map(program -> program.substring(0, program.length() - PROGRAM.length()));
    }

    /** Java 8 may have its runtime one folder deeper. */
    private static void addStores(String home, List<String> paths) {
        STORES.forEach(store -> paths.addAll(List.of(home + store, home + "/jre" + store)));
    }
}

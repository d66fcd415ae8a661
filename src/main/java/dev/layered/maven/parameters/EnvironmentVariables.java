package dev.layered.maven.parameters;

import dev.layered.failure.Shown;
import dev.layered.image.Digest;
import dev.layered.maven.configuration.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The elements {@code <environment>} and {@code <environmentFiles>}, which together give the variables of the image.
 *
 * @param files later ones win over earlier ones
 * @param own win over those of files
 */
record EnvironmentVariables(List<String> files, Map<String, String> own) {

    /** Returns the variables; notes {@code environment-name} and what is wrong with files. */
    Map<String, String> read(Path project, Reading container) {
        Map<String, String> variables = new LinkedHashMap<>();
        Reading list = container.at("environmentFiles");
        for (int i = 0; i < files.size(); i++) {
            variables.putAll(new EnvironmentFile(files.get(i), project).variables(list.item(i)));
        }
        Reading reading = container.at("environment");
        own.keySet().stream()
                .filter(name -> name.contains("="))
                .forEach(name -> reading.mistake(
                        "environment-name",
                        Shown.quoted(name) + " is not a name of an environment variable.",
                        "leave out the '='"));
        variables.putAll(own);
        return variables;
    }

    /** Returns the digest of each file by words for it; one that cannot be read has that of a word. */
    Map<String, Digest> digests(Path project) {
        Digest unreadable = Digest.of("unreadable".getBytes(StandardCharsets.UTF_8));
        Map<String, Digest> digests = new TreeMap<>();
        files.forEach(name -> digests.put(
                "the environment file " + name,
                new EnvironmentFile(name, project).digest().orElse(unreadable)));
        return digests;
    }
}

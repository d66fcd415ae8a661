package dev.layered.registry.credential;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What {@code docker login} and {@code podman login} leave: {@code config.json} and {@code auth.json}.
 *
 * <p>In this order: the helper of {@code credHelpers} for the registry, the one of {@code credsStore}, the longest key
 * of {@code auths} that fits. A key with a path is good for that part of the registry only. The file is read at each
 * question, as a login may happen meanwhile; nothing of what it holds is ever in a message.
 *
 * @param file a file that need not exist
 * @param programs the helpers that the file may name
 */
record AuthFile(Path file, HelperPrograms programs) implements CredentialSource {

    private static final int LONGEST = 4 << 20;

    @Override
    public Optional<Credentials> find(String registry, String repository) {
        JsonObject content = read();
        return named(content, registry)
                .flatMap(program -> programs.ask(program.getValue(), registry, program.getKey() + " of " + file))
                .or(() -> kept(content, RegistryKeys.of(registry, repository)));
    }

    /** Returns the program that the file names for a registry, behind the field that names it. */
    private Optional<Map.Entry<String, String>> named(JsonObject content, String registry) {
        return understood("its helpers cannot be understood", () -> {
            List<String> key = List.of(RegistryKeys.host(registry));
            return RegistryKeys.matching(content.textMap("credHelpers"), key)
                    .map(entry -> Map.entry("credHelpers", entry.getValue()))
                    .findFirst()
                    .or(() -> content.text("credsStore").map(name -> Map.entry("credsStore", name)))
                    .filter(program -> !program.getValue().isEmpty());
        });
    }

    private Optional<Credentials> kept(JsonObject content, List<String> keys) {
        Map<String, Object> entries = understood(
                "its logins cannot be understood",
                () -> content.object("auths").orElse(JsonObject.empty()).fields());
        return RegistryKeys.matching(entries, keys)
                .flatMap(entry -> login(entry.getKey(), entry.getValue()).stream())
                .findFirst();
    }

    private Optional<Credentials> login(String key, Object entry) {
        if (!(entry instanceof JsonObject login)) {
            return Optional.empty();
        }
        String reason = "its entry " + Shown.quoted(key) + " cannot be understood";
        return understood(reason, () -> AuthEntry.read(login, file.toString()));
    }

    private JsonObject read() {
        try {
            if (!Files.exists(file)) {
                return JsonObject.empty();
            }
            if (!Files.isRegularFile(file)) {
                throw damaged("it is not a file", null);
            }
            byte[] bytes = bytes();
            return understood("it is not a JSON object", () -> Json.parse(bytes, file.toString()));
        } catch (NoSuchFileException meanwhile) {
            return JsonObject.empty();
        } catch (IOException e) {
            String reason = e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
            throw damaged(Shown.text(reason), e);
        }
    }

    private byte[] bytes() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new IOException("it has more than " + LONGEST + " bytes");
            }
            return bytes;
        }
    }

    /** What the reader says of a file that it does not understand is not passed on: it quotes the file. */
    private <T> T understood(String reason, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (LayeredFailure | IllegalArgumentException quoting) {
            throw damaged(reason, null);
        }
    }

    private LayeredFailure damaged(String reason, IOException cause) {
        Problem problem = new Problem(
                "credential-file",
                "The file of registry credentials " + Shown.quoted(file) + " cannot be used: " + reason + ".",
                Shown.text(file.toString()),
                "mend the file, or move it away and log in again");
        return cause == null ? LayeredFailure.mistakes(List.of(problem)) : LayeredFailure.outside(problem, cause);
    }
}

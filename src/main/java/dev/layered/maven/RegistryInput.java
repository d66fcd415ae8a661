package dev.layered.maven;

import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.ImageReference;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.Login;
import dev.layered.maven.parameters.Unset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a goal was told about registries, and notes what is wrong with it. */
final class RegistryInput {

    private static final int MOST_TRANSFERS = 64;
    private static final String DOCKER_HUB = "docker.io";

    private final RegistryMojo mojo;
    private final Reading reading;
    private final NamedImages images;

    RegistryInput(RegistryMojo mojo, Reading reading) {
        this.mojo = mojo;
        this.reading = reading;
        this.images = NamedImages.of(mojo, reading);
    }

    /** Returns the choices, of use only where the reading noted no mistake. */
    RegistryChoices choices() {
        if (mojo.transfers < 1 || mojo.transfers > MOST_TRANSFERS) {
            reading.at("transfers")
                    .mistake(
                            "transfers-range",
                            Shown.quoted(mojo.transfers) + " is not a number of uploads at the same time.",
                            "write a number from 1 to " + MOST_TRANSFERS);
        }
        return new RegistryChoices(
                insecure(),
                certificates(reading.at("registryCertificates")),
                mirrors(reading.at("registryMirrors")),
                mojo.transfers,
                logins(),
                images.target().map(ImageReference::registry));
    }

    /** Returns warnings of passwords that are part of a pom. */
    List<Problem> exposedPasswords() {
        return images.all().stream()
                .flatMap(image -> image.login().exposed(image.place()).stream())
                .distinct()
                .toList();
    }

    /** Whether the registries of the image and its base are meant by {@code true}. */
    static boolean allowsOwn(List<String> registries) {
        return Unset.none(registries).stream().anyMatch("true"::equalsIgnoreCase);
    }

    /** Docker Hub is never meant by {@code true}: it has TLS, and the certificate of an authority. */
    private Set<String> insecure() {
        Set<String> insecure = new HashSet<>();
        List<String> given = Unset.none(mojo.allowInsecureRegistries);
        for (int i = 0; i < given.size(); i++) {
            String text = given.get(i).strip();
            if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
                Reading item = reading.at("allowInsecureRegistries").item(i);
                item.value(() -> ImageReference.checkRegistry(text)).ifPresent(insecure::add);
            }
        }
        if (allowsOwn(given)) {
            images.all().stream()
                    .flatMap(image -> image.reference().stream())
                    .map(ImageReference::registry)
                    .filter(registry -> !registry.equals(DOCKER_HUB))
                    .forEach(insecure::add);
        }
        return insecure;
    }

    private Map<String, Path> certificates(Reading place) {
        Map<String, Path> certificates = new HashMap<>();
        Unset.none(mojo.registryCertificates).forEach((name, file) -> {
            Reading entry = place.at(name);
            Optional<Path> found = file(file, entry);
            entry.value(() -> ImageReference.checkRegistry(name))
                    .ifPresent(registry -> found.ifPresent(path -> certificates.put(registry, path)));
        });
        return certificates;
    }

    private Optional<Path> file(String text, Reading entry) {
        try {
            Path folder = mojo.project.getBasedir() == null
                    ? Path.of("")
                    : mojo.project.getBasedir().toPath();
            Path file = folder.resolve(text.strip()).toAbsolutePath().normalize();
            if (Files.isRegularFile(file) && Files.isReadable(file)) {
                return Optional.of(file);
            }
        } catch (InvalidPathException e) {
            // the same for users: there is no such file
        }
        entry.mistake(
                "registry-authority",
                "The file " + Shown.quoted(text) + " gives no certificates: there is no such file that can be read.",
                "name a file with certificates in PEM form, -----BEGIN CERTIFICATE-----");
        return Optional.empty();
    }

    private Map<String, List<String>> mirrors(Reading place) {
        Map<String, List<String>> mirrors = new HashMap<>();
        Unset.none(mojo.registryMirrors).forEach((name, texts) -> {
            Reading entry = place.at(name);
            List<String> read = new ArrayList<>();
            Arrays.stream(texts.split("[,\\s]+"))
                    .filter(text -> !text.isEmpty())
                    .forEach(text -> entry.value(() -> mirror(text)).ifPresent(read::add));
            entry.value(() -> ImageReference.checkRegistry(name)).ifPresent(registry -> mirrors.put(registry, read));
        });
        return mirrors;
    }

    private static String mirror(String text) {
        int slash = text.indexOf('/');
        if (slash <= 0 || text.startsWith("//", slash)) {
            return ImageReference.checkRegistry(text);
        }
        String path = text.substring(slash + 1);
        boolean isPath = new Mistakes()
                .collect(() -> ImageReference.parse("localhost/" + path))
                .filter(reference -> reference.repository().equals(path))
                .isPresent();
        return ImageReference.checkRegistry(isPath ? text.substring(0, slash) : text) + "/" + path;
    }

    /**
     * Logins are for registries; where several images are in one, those of bases, and those that are not the only ones, are
     * for their own repositories.
     */
    private Map<String, Login> logins() {
        Map<String, Login> logins = new HashMap<>();
        Map<NamedImages.Named, Login> all = new LinkedHashMap<>();
        SettingsServers servers = SettingsServers.of(mojo.session);
        images.all().forEach(image -> all.put(image, image.login().login(servers::has, image.place())));
        all.forEach((image, login) -> image.reference()
                .filter(reference -> !login.isEmpty())
                .ifPresent(reference -> logins.put(key(reference, isShared(image, all)), login)));
        return logins;
    }

    private static boolean isShared(NamedImages.Named image, Map<NamedImages.Named, Login> all) {
        return all.entrySet().stream()
                .filter(other -> other.getKey().isBesides(image))
                .anyMatch(other -> !other.getValue().isEmpty()
                        || image.isBase() && !other.getKey().isBase());
    }

    private static String key(ImageReference reference, boolean withRepository) {
        return withRepository ? reference.registry() + "/" + reference.wholeRepository() : reference.registry();
    }
}

package dev.layered.store;

import dev.layered.failure.LayeredFailure;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Decides where the local store is (XDG base directory specification; {@code LOCALAPPDATA} on Windows). */
public final class StoreLocation {

    private StoreLocation() {}

    /**
     * Returns the folder of the store: what was asked for, else {@code layered} in {@code XDG_CACHE_HOME}, in Windows'
     * {@code LOCALAPPDATA}, in {@code .cache} of the home folder. Values that are not absolute count as absent.
     *
     * @param explicit what the user asked for, or null
     * @param userHome the system property {@code user.home}, which is {@code ?} for a user without an account
     * @throws LayeredFailure {@code store-location} if nothing names a folder
     */
    public static Path of(Path explicit, Map<String, String> environment, String userHome, String osName) {
        if (explicit != null) {
            return explicit;
        }
        boolean windows = osName.toLowerCase(Locale.ROOT).startsWith("windows");
        return absolute(environment.get("XDG_CACHE_HOME"))
                .or(() -> windows ? absolute(environment.get("LOCALAPPDATA")) : Optional.empty())
                .or(() -> absolute(userHome)
                        .or(() -> absolute(environment.get("HOME")))
                        .map(home -> home.resolve(".cache")))
                .map(cache -> cache.resolve("layered"))
                .orElseThrow(() -> LayeredFailure.mistake(
                        "store-location",
                        "There is no folder for the local store: this user has no home folder.",
                        "XDG_CACHE_HOME, HOME and the system property user.home",
                        "add -Dlayered.cache=<folder> to the command"));
    }

    private static Optional<Path> absolute(String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}

package dev.layered.certificate;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The keytool of a Java of this machine. */
record KeytoolRun(Path keytool) {

    /** Returns those of all JDKs that are found: the one that runs, those of {@code JAVA_HOME*}, and the system's. */
    static List<KeytoolRun> all() throws IOException {
        return homes().stream()
                .map(home -> home.resolve("bin/keytool"))
                .filter(Files::isExecutable)
                .map(KeytoolRun::new)
                .toList();
    }

    /** Returns the trust stores of the same, each once. */
    static List<byte[]> trustStores() throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        for (Path home : homes()) {
            Path cacerts = home.resolve("lib/security/cacerts");
            if (Files.isRegularFile(cacerts)) {
                files.add(cacerts.toRealPath());
            }
        }
        List<byte[]> stores = new ArrayList<>();
        for (Path file : files) {
            stores.add(Files.readAllBytes(file));
        }
        return stores;
    }

    private static Set<Path> homes() throws IOException {
        List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("JAVA_HOME")) {
                homes.add(Path.of(value));
            }
        });
        Path system = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(system)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(system)) {
                folders.forEach(homes::add);
            }
        }
        Set<Path> real = new LinkedHashSet<>();
        for (Path home : homes) {
            if (Files.isDirectory(home)) {
                real.add(home.toRealPath());
            }
        }
        return real;
    }

    /** Returns what it says of a trust store, which it finds in the form that it expects by default. */
    String list(byte[] store, Path folder) throws IOException {
        Path file = Files.write(folder.resolve("cacerts"), store);
        return run(folder, "-list", "-keystore", file.toString(), "-storepass", JavaTrustStore.PASSWORD);
    }

    /** Returns a trust store without encryption and seal, as JDKs from 18 on bring. */
    byte[] withoutPassword(TrustedCertificate certificate, String alias, Path folder) throws IOException {
        Path pem = Files.writeString(folder.resolve("one.pem"), certificate.pem());
        Path file = folder.resolve("open.p12");
        List<String> arguments = new ArrayList<>(List.of("-importcert", "-noprompt", "-alias", alias));
        arguments.addAll(List.of("-file", pem.toString(), "-keystore", file.toString(), "-storetype", "PKCS12"));
        arguments.addAll(List.of("-storepass", "never used", "-J-Dkeystore.pkcs12.macAlgorithm=NONE"));
        arguments.add("-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE");
        run(folder, arguments.toArray(String[]::new));
        return Files.readAllBytes(file);
    }

    private String run(Path folder, String... arguments) throws IOException {
        Path output = folder.resolve("keytool.log");
        List<String> command = new ArrayList<>(List.of(keytool.toString(), "-J-Duser.language=en"));
        command.addAll(List.of(arguments));
        Process run = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!run.waitFor(60, TimeUnit.SECONDS)) {
                run.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Files.readString(output);
    }
}

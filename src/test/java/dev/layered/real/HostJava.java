package dev.layered.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs an image's application with this machine's Java, for images that bring no Java along. */
public final class HostJava {

    private HostJava() {}

    /** Unpacks the plugin's layers, starts what the entrypoint says, and returns what the application wrote. */
    public static String run(PlatformImage image) throws IOException {
        Path root = Files.createTempDirectory("unpacked");
        try {
            for (ImageLayer layer : image.layers()) {
                layer.unpack(root);
            }
            // the image's own /app is below the root here
            Path classpath = root.resolve("app/classpath");
            Files.writeString(classpath, Files.readString(classpath).replace("/app/", root + "/app/"));
            List<String> command = Json.asTexts(image.run().get("Entrypoint")).stream()
                    .map(word -> word.equals("java") ? System.getProperty("java.home") + "/bin/java" : word)
                    .map(word -> word.replace("@/app/", "@" + root + "/app/"))
                    .toList();
            return ToolRun.of(root, 60, Map.of(), command);
        } finally {
            Folder.delete(root);
        }
    }
}

package dev.layered.benchmark;

import java.util.List;

/** What is compared: Maven without an image, Jib, and this plugin. */
enum Tool {
    MAVEN("", List.of("package"), List.of("package"), List.of()),
    JIB(
            """
                  <plugin>
                    <groupId>com.google.cloud.tools</groupId>
                    <artifactId>jib-maven-plugin</artifactId>
                    <version>3.5.2</version>
                    <configuration>
                      <allowInsecureRegistries>true</allowInsecureRegistries>
                      <container><mainClass>com.example.Main</mainClass></container>
                    </configuration>
                  </plugin>
            """,
            List.of("package", "jib:build"),
            List.of("package", "jib:buildTar"),
            List.of("jib-cache", "jib-image.tar")),
    LAYERED(
            """
                  <plugin>
                    <groupId>dev.layered</groupId>
                    <artifactId>layered-maven-plugin</artifactId>
                    <version>0.1.0-SNAPSHOT</version>
                    <executions><execution><goals><goal>build</goal></goals></execution></executions>
                    <configuration>
                      <container><mainClass>com.example.Main</mainClass></container>
                    </configuration>
                  </plugin>
            """,
            List.of("package", "layered:push"),
            List.of("package"),
            List.of("layered"));

    private final String plugin;
    private final List<String> push;
    private final List<String> local;
    private final List<String> outputs;

    Tool(String plugin, List<String> push, List<String> local, List<String> outputs) {
        this.plugin = plugin;
        this.push = push;
        this.local = local;
        this.outputs = outputs;
    }

    /** Returns what stands in {@code <plugins>} of a pom. */
    String plugin() {
        return plugin;
    }

    /** Returns the goals that push the image. */
    List<String> push() {
        return push;
    }

    /** Returns the goals that make the image on this machine alone. */
    List<String> local() {
        return local;
    }

    /** Returns what it leaves in the folder {@code target}. */
    List<String> outputs() {
        return outputs;
    }

    /** Returns the properties that name the images and platforms. */
    List<String> properties(String base, String target, String platforms) {
        if (this == MAVEN) {
            return List.of();
        }
        return List.of(
                "-D" + this + ".from.image=" + base,
                "-D" + this + ".to.image=" + target,
                "-D" + this + ".from.platforms=" + platforms);
    }

    /** Returns the prefix of its goals and properties. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

package dev.layered.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The projects that are built: one of Spring Boot, and a large one with native code. */
enum Application {
    /** About 108 jars, 72 MB. */
    SMALL(
            boot("web"),
            boot("data-jpa"),
            boot("thymeleaf"),
            boot("actuator"),
            boot("security"),
            boot("validation"),
            boot("cache"),
            boot("mail"),
            boot("oauth2-client"),
            boot("oauth2-resource-server"),
            "com.h2database:h2:2.3.232",
            "com.github.ben-manes.caffeine:caffeine:3.2.0",
            "org.apache.commons:commons-compress:1.28.0"),
    /** About 175 jars, 377 MB. */
    LARGE(
            "org.apache.spark:spark-sql_2.13:3.5.6",
            "org.apache.spark:spark-mllib_2.13:3.5.6",
            "org.bytedeco:pytorch:2.7.1-1.5.12",
            "org.bytedeco:pytorch:2.7.1-1.5.12:linux-x86_64",
            "org.bytedeco:openblas:0.3.30-1.5.12:linux-x86_64");

    /** Versions of the dependency that changes: the one before, and the one after. */
    static final List<String> DRIVERS = List.of("42.7.7", "42.7.8");

    private static final int CLASSES = 30;
    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>shop</artifactId>
              <version>1.0.0</version>
              <properties>
                <maven.compiler.release>17</maven.compiler.release>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                <project.build.outputTimestamp>2026-01-01T00:00:00Z</project.build.outputTimestamp>
              </properties>
              <dependencyManagement>
                <dependencies>
                  <dependency>
                    <groupId>org.springframework.boot</groupId>
                    <artifactId>spring-boot-dependencies</artifactId>
                    <version>3.5.16</version>
                    <type>pom</type>
                    <scope>import</scope>
                  </dependency>
                </dependencies>
              </dependencyManagement>
              <dependencies>
            %s
              </dependencies>
              <build>
                <plugins>
            %s
                </plugins>
              </build>
            </project>
            """;

    private final List<String> dependencies;

    Application(String... dependencies) {
        this.dependencies = List.of(dependencies);
    }

    /** Writes pom, classes and resources. */
    void write(Path project, Tool tool) throws IOException {
        writePom(project, tool, DRIVERS.get(0));
        Path classes = Files.createDirectories(project.resolve("src/main/java/com/example"));
        Path resources = Files.createDirectories(project.resolve("src/main/resources/texts"));
        Files.writeString(
                classes.resolve("Main.java"),
                "package com.example;\n\npublic class Main {\n    public static void main(String[] arguments) {\n"
                        + "        System.out.println(new Item0());\n    }\n}\n");
        for (int item = 0; item < CLASSES; item++) {
            writeClass(project, item, "first");
            Files.writeString(resources.resolve("texts" + item + ".properties"), "title=Item " + item + "\n");
        }
        writeResource(project, "first");
    }

    /** Writes the pom with that version of the dependency that changes. */
    void writePom(Path project, Tool tool, String driver) throws IOException {
        String all = Stream.concat(dependencies.stream(), Stream.of("org.postgresql:postgresql:" + driver))
                .map(Application::dependency)
                .collect(Collectors.joining("\n"));
        Files.writeString(Files.createDirectories(project).resolve("pom.xml"), POM.formatted(all, tool.plugin()));
    }

    /** Writes the first class anew, with that text in it. */
    void changeClass(Path project, String text) throws IOException {
        writeClass(project, 0, text);
    }

    /** Writes a resource anew, with that text in it. */
    void writeResource(Path project, String text) throws IOException {
        Files.writeString(project.resolve("src/main/resources/changing.properties"), "text=" + text + "\n");
    }

    private static void writeClass(Path project, int item, String text) throws IOException {
        String source = """
                package com.example;

                import java.util.ArrayList;
                import java.util.List;

                public class Item%1$d {
                    private final List<String> names = new ArrayList<>(List.of("%2$s", "item %1$d"));

                    public void add(String name) {
                        names.add(name.strip());
                    }

                    @Override
                    public String toString() {
                        return String.join(", ", names);
                    }
                }
                """.formatted(item, text);
        Files.writeString(project.resolve("src/main/java/com/example/Item" + item + ".java"), source);
    }

    private static String boot(String starter) {
        return "org.springframework.boot:spring-boot-starter-" + starter;
    }

    private static String dependency(String coordinates) {
        List<String> names = List.of("groupId", "artifactId", "version", "classifier");
        String[] values = coordinates.split(":");
        StringBuilder element = new StringBuilder("    <dependency>");
        for (int part = 0; part < values.length; part++) {
            element.append("<%1$s>%2$s</%1$s>".formatted(names.get(part), values[part]));
        }
        return element.append("</dependency>").toString();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

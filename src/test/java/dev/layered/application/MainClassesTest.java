package dev.layered.application;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MainClassesTest {

    private static final String MAIN = "public static void main(String[] args) {}";
    private static final String SPRING = """
            package org.springframework.boot.autoconfigure;
            public @interface SpringBootApplication {}
            """;

    @TempDir
    private Path folder;

    private MainClasses compile(String... sources) throws IOException {
        Compiled.into(folder, 17, sources);
        return among();
    }

    private MainClasses among() throws IOException {
        return MainClasses.among(Compiled.classFiles(folder));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public class A { " + MAIN + " }",
                "class A { " + MAIN + " }",
                "interface A { static void main(String[] args) {} }",
                "enum A { ONE; public static void main(String... args) {} }",
                "abstract class A { public static final synchronized void main(String[] a) throws Exception {} }",
                "class A { static final long L = 1L << 40; double d = 1.5; Runnable r = () -> {}; " + MAIN + " }",
            })
    void onlyWhenClassHasAMainFindsIt(String source) throws IOException {
        assertThat(compile("A.java", source).only()).contains("A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class A {}",
                "class A { private static void main(String[] args) {} }",
                "class A { static void main(String[] args) {} }",
                "class A { public void main(String[] args) {} }",
                "class A { public static void main(String args) {} }",
                "class A { public static int main(String[] args) { return 0; } }",
                "class A { public static void main(String[][] args) {} }",
                "class A { public static void Main(String[] args) {} }",
                "class A { static String main = \"main([Ljava/lang/String;)V\"; }",
                "abstract class A { public abstract void main(String[] args); }",
                "class A { void main() {} }",
            })
    void onlyWhenClassHasNoMainForItsJavaFindsNothing(String source) throws IOException {
        assertThat(compile("A.java", source).only()).isEmpty();
    }

    @Test
    void onlyNamesPackagesAndNestedClassesAsTheLauncherWants() throws IOException {
        MainClasses classes =
                compile("a/b/Outer.java", "package a.b; class Outer { static class In { " + MAIN + " } }");
        assertThat(classes.only()).contains("a.b.Outer$In");
    }

    @Test
    void onlyWhenSeveralHaveAMainNamesThemAll() throws IOException {
        MainClasses classes = compile("B.java", "class B {" + MAIN + "}", "A.java", "class A {" + MAIN + "}");
        assertFailure(classes::only)
                .hasId("main-class-many")
                .what("Several classes have a main method: A, B.")
                .where("the project's classes")
                .fix("name the one that starts the application in <container><mainClass>")
                .isMistake();
    }

    @Test
    void onlyWhenOneOfSeveralIsTheSpringBootApplicationTakesIt() throws IOException {
        String annotated = "@org.springframework.boot.autoconfigure.SpringBootApplication ";
        String stub = "org/springframework/boot/autoconfigure/SpringBootApplication.java";
        assertThat(compile(
                                stub,
                                SPRING,
                                "A.java",
                                "class A {" + MAIN + "}",
                                "B.java",
                                annotated + "class B {" + MAIN + "}")
                        .only())
                .contains("B");
        MainClasses two = compile(stub, SPRING, "A.java", annotated + "class A {" + MAIN + "}");
        assertFailure(two::only).hasId("main-class-many").whatContains(": A, B.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class A { void main() {} }",
                "class A { static void main() {} }",
                "class A { protected void main(String[] args) {} }",
            })
    void onlyWhenJava25FindsAnInstanceMain(String source) throws IOException {
        Compiled.into(folder, 17, "A.java", source);
        Compiled.patchVersion(folder.resolve("A.class"), 68);
        assertThat(among().only()).isEmpty();
        Compiled.patchVersion(folder.resolve("A.class"), 69);
        assertThat(among().only()).contains("A");
    }

    @Test
    void onlyWhenAnotherHasTheClassicMainPrefersIt() throws IOException {
        Compiled.into(folder, 17, "A.java", "class A { void main() {} }", "B.java", "class B {" + MAIN + "}");
        Compiled.patchVersion(folder.resolve("A.class"), 69);
        assertThat(among().only()).contains("B");
    }

    @Test
    void onlyWhenClassFileIsOfAFutureJavaReadsIt() throws IOException {
        Compiled.into(folder, 17, "A.java", "class A {" + MAIN + "}");
        Compiled.patchVersion(folder.resolve("A.class"), 99);
        assertThat(among().only()).contains("A");
        assertThat(ClassFile.read(folder.resolve("A.class")).majorVersion()).isEqualTo(99);
    }

    @Test
    void onlyWhenAConstantIsOfAnUnknownKindPassesOver() throws IOException {
        Compiled.into(folder, 17, "A.java", "class A {" + MAIN + "}", "B.java", "class B {" + MAIN + "}");
        byte[] bytes = Files.readAllBytes(folder.resolve("A.class"));
        bytes[10] = 99;
        Files.write(folder.resolve("A.class"), bytes);
        assertThatIOException()
                .isThrownBy(() -> ClassFile.read(folder.resolve("A.class")))
                .withMessage("it has a constant of the unknown kind 99");
        assertThat(among().only()).contains("B");
    }

    @Test
    void onlyWhenClassFileIsCutEmptyOrDamagedPassesOver() throws IOException {
        Compiled.into(folder, 17, "A.java", "class A { static long l = 1L << 40; " + MAIN + "}");
        Path file = folder.resolve("A.class");
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            Files.write(file, i < whole.length ? Arrays.copyOf(whole, i) : bytes);
            MainClasses classes = among();
            if (i < 200) {
                assertThat(classes.only()).isEmpty();
            }
            classes.only();
        }
    }

    @Test
    void areForJava8LooksAtTheNewestClass() throws IOException {
        assertThat(among().areForJava8()).isFalse();
        Compiled.into(folder, 8, "A.java", "class A {" + MAIN + "}");
        assertThat(among().areForJava8()).isTrue();
        assertThat(among().only()).contains("A");
        Compiled.into(folder, 9, "B.java", "class B {}");
        assertThat(among().areForJava8()).isFalse();
    }
}

package dev.layered;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The package table of the architecture, as far as compiled classes can tell. */
final class PackageArrowsTest {

    private static final String ROOT = "dev.layered";

    /** Below {@code dev.layered}, lowest first: a package and the packages of ours that it may use. */
    private static final Map<String, Set<String>> ARROWS = table("""
            failure:
            json:        failure
            folder:      failure
            jar:
            deflate:
            program:
            history:     program failure
            image:       json failure
            outcome:     image failure
            store:       outcome image json failure
            certificate: store image failure
            tar:         store failure
            layer:       deflate jar tar store outcome image failure
            content:     layer image failure
            layering:    failure
            plan:        layering certificate layer json image failure
            natives:     plan image failure
            extra:       folder layer plan image failure
            application: jar folder layer plan image failure
            layout:      layer tar store outcome json image failure
            record:      folder layer plan outcome store json image failure
            registry.credential: program outcome json image failure
            registry:    registry.credential outcome json image failure
            place:       record registry layout store outcome json image failure
            base:        place registry layout layer tar certificate plan store outcome json image failure
            engine:      layout outcome json image failure
            attest:      plan json image failure
            report:      plan outcome store json image failure
            progress:    report outcome
            inspect:     place record tar layer layout plan outcome store image failure
            verify:      place record tar layer layout plan outcome store json image failure
            suggest:     layer plan layering outcome image failure
            migrate:     failure
            build:       * -inspect -verify -suggest -history -migrate -report -progress
            maven.configuration: failure json
            maven.parameters:    *
            maven:       *
            """);

    /** Of the layer package, plan and extra see what a layer is to be and nothing that writes. */
    private static final Set<String> ENTRIES = Set.of("LayerEntry", "Content", "Compression");

    /** Foreign packages, and the one package of ours that sees them; whatever is not listed nobody may use. */
    private static final Map<String, Set<String>> FOREIGN = table("""
            com.fasterxml.jackson:  json
            org.apache.commons:     tar
            com.github.luben:       layer
            com.google.cloud.tools: registry.credential
            org.apache.maven:       maven
            org.codehaus.plexus:    maven
            org.eclipse.sisu:       maven
            org.eclipse.aether:     maven
            javax.inject:           maven
            """);

    /** What Java itself brings. */
    private static final Pattern JAVA =
            Pattern.compile("(?!javax\\.inject\\.)(java|javax|jdk|org\\.w3c\\.dom|org\\.xml\\.sax|com\\.sun)\\..+");

    /** Every class of ours but the generated help goal. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/dev/layered/help/"))
            .importPackages(ROOT);

    /** Reads a table; a star means everything above the line, a minus takes out. */
    private static Map<String, Set<String>> table(String text) {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            Set<String> allowed = new TreeSet<>();
            for (String word : line.substring(line.indexOf(':') + 1).split(" ")) {
                if (word.equals("*")) {
                    allowed.addAll(table.keySet());
                } else if (word.startsWith("-")) {
                    allowed.remove(word.substring(1));
                } else if (!word.isEmpty()) {
                    allowed.add(word);
                }
            }
            table.put(line.substring(0, line.indexOf(':')), allowed);
        });
        return table;
    }

    @Test
    void everyPackageStandsInTheTable() {
        none(
                CLASSES.stream()
                        .filter(type -> !type.getName().equals(ROOT + ".package-info"))
                        .filter(type -> !ARROWS.containsKey(packageOf(type)))
                        .map(JavaClass::getName),
                "classes in packages that the table does not have; the root stays empty");
    }

    @Test
    void packagesUseOnlyWhatTheTableAllows() {
        none(
                inside().filter(use -> !ARROWS.getOrDefault(from(use), Set.of()).contains(to(use)))
                        .map(use -> from(use) + " may not use " + to(use) + ": " + use.getDescription()),
                "arrows that the table of architecture.md does not have");
    }

    @Test
    void planAndExtraSeeOnlyEntriesAndCompressionOfLayer() {
        none(
                inside().filter(use -> Set.of("plan", "extra").contains(from(use)) && to(use).equals("layer"))
                        .filter(use -> !ENTRIES.contains(
                                outermost(use.getTargetClass()).getSimpleName()))
                        .map(Dependency::getDescription),
                "uses of layer in plan and extra beyond " + ENTRIES);
    }

    /** So neither the table nor, as the classes keep to it, the packages have a circle. */
    @Test
    void tableNamesOnlyPackagesAboveTheLine() {
        Set<String> above = new TreeSet<>();
        ARROWS.forEach((name, allowed) -> {
            none(allowed.stream().filter(other -> !above.contains(other)), name + " uses packages that stand lower");
            above.add(name);
        });
    }

    @Test
    void foreignLibrariesAreSeenByOnePackageEach() {
        none(
                all().filter(use -> !ours(use.getTargetClass()))
                        .filter(use -> !isForeignAllowed(
                                from(use), use.getTargetClass().getBaseComponentType()))
                        .map(use -> from(use) + " may not use "
                                + use.getTargetClass().getBaseComponentType().getName() + ": " + use.getDescription()),
                "uses of foreign libraries outside their package");
    }

    private static boolean isForeignAllowed(String from, JavaClass target) {
        if (target.isPrimitive() || JAVA.matcher(target.getName()).matches()) {
            return true;
        }
        return FOREIGN.entrySet().stream()
                .filter(library -> target.getName().startsWith(library.getKey() + "."))
                .flatMap(library -> library.getValue().stream())
                .anyMatch(name -> (from + ".").startsWith(name + "."));
    }

    static Stream<Dependency> all() {
        return CLASSES.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    private static Stream<Dependency> inside() {
        return all().filter(use -> ours(use.getTargetClass()))
                .filter(use -> !from(use).equals(to(use)));
    }

    private static boolean ours(JavaClass type) {
        return type.getBaseComponentType().getPackageName().startsWith(ROOT);
    }

    private static String from(Dependency use) {
        return packageOf(use.getOriginClass());
    }

    private static String to(Dependency use) {
        return packageOf(use.getTargetClass().getBaseComponentType());
    }

    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(PackageArrowsTest::outermost).orElse(type);
    }

    static String packageOf(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
    }

    static void none(Stream<String> found, String what) {
        assertThat(found.distinct().sorted().limit(20)).as(what).isEmpty();
    }
}

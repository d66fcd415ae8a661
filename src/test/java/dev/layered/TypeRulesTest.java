package dev.layered;

import static dev.layered.PackageArrowsTest.CLASSES;
import static dev.layered.PackageArrowsTest.all;
import static dev.layered.PackageArrowsTest.none;
import static dev.layered.PackageArrowsTest.outermost;
import static dev.layered.PackageArrowsTest.packageOf;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** House rules for single types: visibility, names, static state. */
final class TypeRulesTest {

    private static final Pattern BAD_NAME = Pattern.compile(".*(Utils?|Helper|Manager|Common|Impl)");
    private static final Pattern BAD_PACKAGE =
            Pattern.compile("(.*\\.)?(utils?|helpers?|managers?|common|impl)(\\..*)?");

    @Test
    void publicTypesAreUsedByAnotherPackage() {
        none(
                CLASSES.stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                        .filter(type -> !packageOf(type).startsWith("maven")) // Maven finds goals, beans and components
                        .filter(type -> !isUsedElsewhere(type) && !isTaken(type))
                        .map(JavaClass::getName),
                "public types that no other package uses; make them package-private");
    }

    /** An interface that a public method takes may be given as a lambda, which leaves no trace of it. */
    private static boolean isTaken(JavaClass type) {
        return type.isInterface()
                && Stream.concat(
                                type.getMethodsWithParameterTypeOfSelf().stream(),
                                type.getConstructorsWithParameterTypeOfSelf().stream())
                        .anyMatch(method -> method.getModifiers().contains(JavaModifier.PUBLIC));
    }

    /** A type counts as used with the types inside it; constants leave no trace in class files, so theirs do not. */
    private static boolean isUsedElsewhere(JavaClass type) {
        return all().filter(use ->
                        outermost(use.getTargetClass().getBaseComponentType()).equals(type))
                .anyMatch(use -> !packageOf(use.getOriginClass()).equals(packageOf(type)));
    }

    @Test
    void namesSayWhatATypeIs() {
        none(
                CLASSES.stream()
                        .filter(type -> BAD_NAME.matcher(type.getSimpleName()).matches()
                                || BAD_PACKAGE.matcher(packageOf(type)).matches())
                        .map(JavaClass::getName),
                "types or packages named util, helper, manager, common or impl");
    }

    @Test
    void staticFieldsNeverChange() {
        none(
                CLASSES.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL) || isChangeable(field))
                        .map(JavaField::getFullName),
                "static fields that can change: Maven daemons keep them from build to build");
    }

    @Test
    void secretsAreReadByRequestsAlone() {
        none(
                all().filter(use -> use.getDescription().contains("Credentials.secret()"))
                        .filter(use -> !packageOf(use.getOriginClass()).startsWith("registry"))
                        .map(Dependency::getDescription),
                "secrets read outside of the registry's packages");
    }

    private static boolean isChangeable(JavaField field) {
        String type = field.getRawType().getName();
        return type.matches("java\\.util\\.(\\w*(Array|Linked|Hash|Tree|Enum)\\w*|concurrent\\..*)")
                || type.matches("java\\.lang\\.(StringBuilder|StringBuffer|ThreadLocal)");
    }
}

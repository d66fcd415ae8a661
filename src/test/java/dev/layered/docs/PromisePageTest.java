package dev.layered.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/promises.md calls proven names a proof that exists. */
final class PromisePageTest {

    private static final Pattern PROOFS = Pattern.compile("(?m)^\\| .+ \\| (`.+`) \\|$");

    private static final Pattern ROW = Pattern.compile("(?m)^(\\| (?!never ).+)$");

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private final String page = ProjectFiles.read("docs/promises.md");

    @Test
    void everyPromiseNamesTestsOrProjectsThatExist() {
        List<String> proofs = ProjectFiles.groups(PROOFS, page);
        assertThat(proofs).hasSameSizeAs(ProjectFiles.groups(ROW, page)).isNotEmpty();
        Set<String> tests = testsBelow("src/test/java");
        assertThat(proofs)
                .flatExtracting(cell -> ProjectFiles.groups(NAME, cell))
                .allMatch(name -> name.endsWith("Test") ? tests.contains(name) : isProject(name));
    }

    @Test
    void everyTestOfFaultsProvesAPromise() {
        assertThat(testsBelow("src/test/java/dev/layered/faults"))
                .isSubsetOf(ProjectFiles.groups(PROOFS, page).stream()
                        .flatMap(cell -> ProjectFiles.groups(NAME, cell).stream())
                        .toList());
    }

    private static Set<String> testsBelow(String folder) {
        return ProjectFiles.below(folder, "Test.java").stream()
                .map(Path::getFileName)
                .map(name -> name.toString().replace(".java", ""))
                .collect(Collectors.toSet());
    }

    private static boolean isProject(String name) {
        return Files.isRegularFile(
                ProjectFiles.ROOT.resolve("src/it").resolve(name).resolve("verify.groovy"));
    }
}

package dev.layered.maven.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.extra.ExtraDirectories;
import dev.layered.extra.ExtraDirectory;
import dev.layered.extra.ExtraDirectory.Trait;
import dev.layered.extra.ExtraLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExtraDirectoriesParametersTest {

    private static final String PLACE = "<extraDirectories>";

    @TempDir
    private Path project;

    private final ReadingProbe probe = new ReadingProbe();
    private final ExtraDirectoriesParameters extras = new ExtraDirectoriesParameters();

    private ExtraDirectories read() {
        return extras.read(project, probe.at("extraDirectories"));
    }

    private static ExtraPathParameters path(String from) {
        ExtraPathParameters path = new ExtraPathParameters();
        path.set(from);
        return path;
    }

    @Test
    void readWhenNothingIsNamedTakesTheFolderOfJibWhereItIsThere() throws IOException {
        assertThat(read().directories()).isEmpty();
        Path usual = Files.createDirectories(project.resolve("src/main/jib"));
        assertThat(read().directories()).singleElement().satisfies(directory -> {
            assertThat(directory.from()).isEqualTo(usual);
            assertThat(directory.into()).isEmpty();
            assertThat(directory.layer()).isEqualTo("extra");
        });
        extras.paths = List.of();
        assertThat(read().directories()).isEmpty();
        probe.assertNoMistake();
    }

    @Test
    void readTakesEveryField() {
        ExtraPathParameters path = path("src/../etc");
        path.into = "/etc/cart/";
        path.includes = List.of("**.conf");
        path.excludes = List.of("**/secret*");
        path.layer = "config";
        path.override = true;
        path.followLinks = true;
        extras.paths = List.of(path);
        ExtraDirectory directory = read().directories().get(0);
        assertThat(directory.from()).isEqualTo(project.resolve("etc"));
        assertThat(directory.into()).isEqualTo("/etc/cart");
        assertThat(directory.filter().includes()).hasToString("[**.conf]");
        assertThat(directory.filter().excludes()).hasToString("[**/secret*]");
        assertThat(directory.layer()).isEqualTo("config");
        assertThat(directory.traits()).containsExactlyInAnyOrder(Trait.OVERRIDE, Trait.FOLLOW_LINKS);
        assertThat(directory.place()).isEqualTo(PLACE + "<paths><item>");
        probe.assertNoMistake();
    }

    @Test
    void readTakesShortForms() {
        ExtraPermissionParameters permission = new ExtraPermissionParameters();
        permission.set("/a=b/*.sh=0755");
        ExtraOwnerParameters owner = new ExtraOwnerParameters();
        owner.set("/home/**=10001");
        ExtraLinkParameters link = new ExtraLinkParameters();
        link.set("/bin/cart=/app/cart");
        extras.permissions = List.of(permission);
        extras.ownership = List.of(owner);
        extras.links = List.of(link);
        ExtraDirectories read = read();
        assertThat(read.modes().get(0).files()).hasToString("/a=b/*.sh");
        assertThat(read.modes().get(0).mode()).isEqualTo(0755);
        assertThat(read.owners().get(0).uid()).isEqualTo(10001);
        assertThat(read.owners().get(0).gid()).isZero();
        assertThat(read.links()).containsExactly(new ExtraLink("/bin/cart", "/app/cart", PLACE + "<links><item>"));
        probe.assertNoMistake();
    }

    @Test
    void readWhenValuesAreWrongTellsOfAll() {
        readWrongValues();
        probe.assertMistakes()
                .hasIds(
                        "path-pattern",
                        "path-absolute",
                        "layer-name",
                        "extra-directory",
                        "mode-form",
                        "owner-form",
                        "link-target")
                .isMistake()
                .isPrintable();
        probe.assertMistakes()
                .problem(2)
                .what("'Config' cannot be the name of a layer.")
                .where(PLACE + "<paths><item><layer>")
                .fix("write a-z 0-9 . _ -, at most 63 of them");
        probe.assertMistakes()
                .problem(3)
                .what("The extra directory has no folder.")
                .where(PLACE + "<paths><item>")
                .fix("name it in <from>");
        probe.assertMistakes()
                .problem(4)
                .what("'rwx' is not a mode.")
                .where(PLACE + "<permissions><item><mode>")
                .fix("write three or four octal digits, e.g. 644 or 0755");
        probe.assertMistakes()
                .problem(5)
                .what("'app:app' is not the number of a user, or of a user and a group.")
                .where(PLACE + "<ownership><item><user>")
                .fix(
                        "write numbers, e.g. 10001 or 10001:10001; names are not known here: those of the base image are in"
                                + " its /etc/passwd");
        probe.assertMistakes().problem(6).what("The link '/a' has no target.").where(PLACE + "<links><item>");
    }

    private void readWrongValues() {
        ExtraPathParameters path = path(" ");
        path.into = "etc";
        path.includes = List.of("[");
        path.layer = "Config";
        ExtraPermissionParameters permission = new ExtraPermissionParameters();
        permission.set("/a=rwx");
        ExtraOwnerParameters owner = new ExtraOwnerParameters();
        owner.set("/a=app:app");
        ExtraLinkParameters link = new ExtraLinkParameters();
        link.set("/a");
        extras.paths = List.of(path);
        extras.permissions = List.of(permission);
        extras.ownership = List.of(owner);
        extras.links = List.of(link);
        read();
    }

    @Test
    void readWhenNumbersAreTooHighIsAMistake() {
        ExtraOwnerParameters owner = new ExtraOwnerParameters();
        owner.set("/a=4294967295");
        extras.ownership = List.of(owner);
        read();
        probe.assertMistakes().hasId("owner-form");
    }
}

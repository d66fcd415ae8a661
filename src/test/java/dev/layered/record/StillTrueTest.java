package dev.layered.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Digest;
import dev.layered.json.Json;
import dev.layered.layer.Content;
import dev.layered.outcome.BuildLog;
import dev.layered.plan.PlacedFile;
import dev.layered.plan.SamplePlan;
import dev.layered.plan.StandardLayer;
import dev.layered.store.KnownFiles;
import dev.layered.store.ProjectFolders;
import dev.layered.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StillTrueTest {

    private static final Digest ONE = Digest.of("one".getBytes(UTF_8));
    private static final Digest TWO = Digest.of("two".getBytes(UTF_8));

    @TempDir
    private Path folder;

    private final Map<String, Digest> grounds =
            new TreeMap<>(Map.of("pom.xml", ONE, "the parameter index", TWO, StillTrue.BASE, ONE));

    @BeforeEach
    void record() throws IOException {
        SamplePlan plan = SamplePlan.in(folder)
                .file(StandardLayer.RESOURCES, "app/resources/a.txt", "a resource")
                .file(StandardLayer.DEPENDENCIES, "target/lib.jar", "a jar");
        Files.createDirectories(folder.resolve("target/classes"));
        Files.writeString(folder.resolve("target/classes/A.class"), "of the jar");
        Files.write(file(), Json.pretty(SampleRecord.json(plan.plan().on(grounds), folder)));
    }

    private Path file() {
        return folder.resolve(PlanRecord.OF_IMAGE);
    }

    private void edit(String from, String to) throws IOException {
        String text = Files.readString(file());
        assertThat(text).contains(from);
        Files.writeString(file(), text.replace(from, to));
    }

    private void jar(String time, String content) throws IOException {
        Path jar = Files.createDirectories(folder.resolve("m/target")).resolve("module.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            ZipEntry entry = new ZipEntry("a.txt");
            entry.setLastModifiedTime(FileTime.from(Instant.parse(time)));
            out.putNextEntry(entry);
            out.write(content.getBytes(UTF_8));
        }
    }

    @Test
    void changedWhenAJarOfAModuleHasOtherTimesAloneIsEmpty() throws IOException {
        jar("2026-01-02T03:04:05Z", "a text");
        Content.OfFile module = new Content.OfFile(folder.resolve("m/target/module.jar"), Content.Form.TIMELESS_JAR);
        SamplePlan plan =
                SamplePlan.in(folder).placed(PlacedFile.of(StandardLayer.MODULES, "app/libs/module.jar", module));
        Files.write(file(), Json.pretty(SampleRecord.json(plan.plan().on(grounds), folder)));

        jar("2026-11-20T21:22:24Z", "a text");
        assertThat(StillTrue.changed(folder.resolve(PlanRecord.OF_IMAGE), folder, grounds, KnownFiles.NONE))
                .isEmpty();
        assertThat(RecordedPlan.read(folder.resolve(PlanRecord.OF_IMAGE), folder)
                        .layers()
                        .values())
                .anyMatch(layer -> layer.entries().stream()
                        .anyMatch(entry -> entry.entry().content().equals(module)));

        jar("2026-11-20T21:22:24Z", "b text");
        isChangedBy("m/target/module.jar changed");
    }

    @Test
    void changedBelievesWhatIsKnownOfFilesOutsideOfTheProject() throws Exception {
        Path old = Path.of(Assertions.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        SamplePlan plan = SamplePlan.in(folder)
                .placed(PlacedFile.of(StandardLayer.DEPENDENCIES, "app/libs/a.jar", new Content.OfFile(old)));
        Files.write(file(), Json.pretty(SampleRecord.json(plan.plan().on(grounds), folder)));
        KnownFiles lying = Store.open(folder.resolve("store"), folder.resolve("other"), BuildLog.SILENT)
                .of(new ProjectFolders(folder, List.of()), true, BuildLog.SILENT)
                .files();
        lying.read(old, "as-is", () -> new KnownFiles.Read(ONE, 3));
        assertThat(StillTrue.changed(folder.resolve(PlanRecord.OF_IMAGE), folder, grounds, lying))
                .hasValueSatisfying(reason -> assertThat(reason).endsWith("changed"));
        assertThat(StillTrue.changed(folder.resolve(PlanRecord.OF_IMAGE), folder, grounds, KnownFiles.NONE))
                .isEmpty();
    }

    private void isChangedBy(String reason) {
        assertThat(StillTrue.changed(folder.resolve(PlanRecord.OF_IMAGE), folder, grounds, KnownFiles.NONE))
                .contains(reason);
    }

    @Test
    void changedWhenNothingChangedIsEmpty() {
        assertThat(StillTrue.changed(folder.resolve(PlanRecord.OF_IMAGE), folder, grounds, KnownFiles.NONE))
                .isEmpty();
    }

    @Test
    void changedWhenAFileHasOtherBytesOfTheSameSizeAndTimeTellsTheFile() throws IOException {
        Path file = folder.resolve("app/classes/App.class");
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, "A CLASS");
        Files.setLastModifiedTime(file, time);
        isChangedBy("app/classes/App.class changed");
    }

    @Test
    void changedWhenAFileIsLongerTellsTheFile() throws IOException {
        Files.writeString(folder.resolve("app/classes/App.class"), "another class");
        isChangedBy("app/classes/App.class changed");
    }

    @Test
    void changedWhenAFileIsMissingTellsTheFile() throws IOException {
        Files.delete(folder.resolve("app/resources/a.txt"));
        isChangedBy("app/resources/a.txt is gone");
    }

    @Test
    void changedWhenAFolderStandsInPlaceOfAFileTellsTheFile() throws IOException {
        Files.delete(folder.resolve("app/resources/a.txt"));
        Files.createDirectory(folder.resolve("app/resources/a.txt"));
        isChangedBy("app/resources/a.txt is gone");
    }

    @Test
    void changedWhenAFileBecameExecutableTellsTheFile() {
        if (folder.resolve("app/resources/a.txt").toFile().setExecutable(true)
                && !System.getProperty("os.name").startsWith("Windows")) {
            isChangedBy("the right to execute app/resources/a.txt changed");
        }
    }

    @Test
    void changedWhenClassesWereCompiledAfterTheirJarTellsTheJar() throws IOException {
        Files.writeString(folder.resolve("target/classes/B.class"), "not in the jar");
        isChangedBy("the classes beside target/lib.jar changed");
    }

    @Test
    void changedWhenAGroundDiffersTellsItsWords() {
        grounds.put("the parameter index", ONE);
        isChangedBy("the parameter index changed");
    }

    @Test
    void changedWhenAGroundIsNewOrGoneTellsItsWords() {
        grounds.put("../pom.xml", ONE);
        isChangedBy("../pom.xml changed");
        grounds.remove("../pom.xml");
        grounds.remove("pom.xml");
        isChangedBy("pom.xml changed");
    }

    @Test
    void changedComparesTheBaseOnlyWhereItIsKnown() {
        grounds.put(StillTrue.BASE, TWO);
        isChangedBy("the base image changed");
        grounds.remove(StillTrue.BASE);
        changedWhenNothingChangedIsEmpty();
    }

    @Test
    void changedWhenTheRecordIsMissingSaysSo() throws IOException {
        Files.delete(file());
        isChangedBy("image.plan.json cannot be read");
    }

    @Test
    void changedWhenTheRecordIsDamagedSaysSo() throws IOException {
        String text = Files.readString(file());
        for (String damaged : new String[] {"", "[]", "{\"schema\": \"1\"}", text.substring(0, text.length() - 40)}) {
            Files.writeString(file(), damaged);
            isChangedBy("image.plan.json cannot be read");
        }
        Files.writeString(file(), text.replace("\"size\": 7", "\"size\": -7"));
        isChangedBy("image.plan.json cannot be read");
    }

    @Test
    void changedWhenTheRecordIsOfAnotherVersionSaysSo() throws IOException {
        edit("\"schema\": 1", "\"schema\": 2");
        isChangedBy("image.plan.json does not tell what decided the image");
    }

    @Test
    void changedWhenTheRecordHasNoGroundsSaysSo() throws IOException {
        edit("\"grounds\"", "\"others\"");
        isChangedBy("image.plan.json does not tell what decided the image");
    }

    @Test
    void changedWhenTheRecordListsNoInputsSaysSo() throws IOException {
        edit("\"inputs\"", "\"others\"");
        isChangedBy("image.plan.json does not tell what decided the image");
    }
}

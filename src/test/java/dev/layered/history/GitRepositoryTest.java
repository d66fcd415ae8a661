package dev.layered.history;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.real.GitHistory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitRepositoryTest {

    private static final List<String> POMS = List.of("**/pom.xml", ".mvn/**");

    @TempDir
    private Path temp;

    private Path folder;
    private GitHistory history;

    @BeforeEach
    void begin() throws IOException {
        folder = Files.createDirectories(temp.resolve("project"));
        history = GitHistory.begin(folder);
    }

    private void commit(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        history.commit(path + " " + text);
    }

    private List<String> subjects(int most) {
        return GitRepository.around(folder).commits(POMS, most).stream()
                .map(Commit::subject)
                .toList();
    }

    @Test
    void commitsWhenFilesMatchAreTheLastOnesOldestFirst() throws IOException {
        commit("pom.xml", "1");
        commit("src/Main.java", "1");
        commit("app/pom.xml", "1");
        commit(".mvn/maven.config", "-T1");
        commit("notes/pom.xml.txt", "1");
        commit("pom.xml", "2");
        assertThat(subjects(20)).containsExactly("pom.xml 1", "app/pom.xml 1", ".mvn/maven.config -T1", "pom.xml 2");
        assertThat(subjects(2)).containsExactly(".mvn/maven.config -T1", "pom.xml 2");
        assertThat(GitRepository.around(folder.resolve("app")).top()).isEqualTo(folder.toRealPath());
    }

    @Test
    void commitsWhenBranchWasMergedAreTheMergeAlone() throws IOException {
        commit("pom.xml", "1");
        history.git("checkout", "-q", "-b", "side");
        commit("app/pom.xml", "1");
        commit("app/pom.xml", "2");
        history.git("checkout", "-q", "main");
        commit("README", "1");
        history.git("merge", "-q", "--no-ff", "-m", "merged", "side");
        assertThat(subjects(20)).containsExactly("pom.xml 1", "merged");
    }

    @Test
    void filesWhenReadHaveTheContentOfTheirCommit() throws IOException {
        commit("pom.xml", "<project>\n</project>");
        commit("ä b/pom.xml", "");
        commit("pom.xml", "later");
        GitRepository repository = GitRepository.around(folder);
        Commit second = repository.commits(POMS, 20).get(1);
        List<TreeFile> files = repository.files(second);
        assertThat(files).extracting(TreeFile::path).containsExactly("pom.xml", "ä b/pom.xml");
        assertThat(files).extracting(TreeFile::bytes).containsExactly(20L, 0L);
        Map<TreeFile, byte[]> contents = repository.contents(files);
        assertThat(contents.get(files.get(0))).isEqualTo("<project>\n</project>".getBytes(StandardCharsets.UTF_8));
        assertThat(contents.get(files.get(1))).isEmpty();
        assertThat(second.shortId()).hasSize(10).isEqualTo(second.id().substring(0, 10));
    }

    @Test
    void contentsWhenObjectIsMissingFail() throws IOException {
        commit("pom.xml", "1");
        TreeFile lost = new TreeFile("pom.xml", "0".repeat(40), 1);
        assertFailure(() -> GitRepository.around(folder).contents(List.of(lost)))
                .hasId("git-failed")
                .whatContains("it lacks pom.xml")
                .isOutside();
    }

    @Test
    void aroundWhenCloneIsShallowIsRefused() throws IOException {
        commit("pom.xml", "1");
        commit("pom.xml", "2");
        Path shallow = temp.resolve("shallow");
        GitHistory.cloneShallow(folder, shallow);
        assertFailure(() -> GitRepository.around(shallow))
                .hasId("git-shallow")
                .fixContains("git fetch --unshallow", "fetch-depth: 0", "-Dlayered.suggest.history=0")
                .isMistake();
    }

    @Test
    void aroundWhenThereIsNoRepositoryTellsWhatGitSays() throws IOException {
        Path plain = Files.createDirectories(temp.resolve("plain"));
        assertFailure(() -> GitRepository.around(plain))
                .hasId("git-failed")
                .whatContains("git rev-parse", "not a git repository")
                .where(plain.toString())
                .fixContains("-Dlayered.suggest.history=0");
    }

    @Test
    void commitsWhenNothingIsCommittedFail() {
        assertFailure(() -> GitRepository.around(folder).commits(POMS, 20)).hasId("git-failed");
    }

    @Test
    void aroundWhenGitIsAbsentSaysSo() {
        assertFailure(() -> GitRepository.around(folder, "no-such-git"))
                .hasId("git-none")
                .whatContains("no-such-git")
                .isOutside();
    }
}

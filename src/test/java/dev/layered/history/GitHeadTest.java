package dev.layered.history;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.FailureAssert;
import dev.layered.real.GitHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitHeadTest {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER = "f".repeat(40);

    @TempDir
    private Path folder;

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private FailureAssert unknown(String reason) {
        return assertFailure(() -> GitHead.of(folder))
                .hasId("git-head")
                .what("The commit that is checked out is not known: " + reason + ".")
                .fix("write the revision itself, e.g. from a property that the build sets")
                .isMistake();
    }

    @Test
    void ofARealRepositoryIsWhatGitSays() throws IOException {
        GitHistory history = GitHistory.begin(folder);
        write("pom.xml", "1");
        history.commit("first");
        String commit = GitRepository.around(folder)
                .commits(List.of("pom.xml"), 1)
                .get(0)
                .id();
        assertThat(GitHead.of(folder)).isEqualTo(commit);
    }

    @Test
    void ofAFolderBelowFollowsTheBranch() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(".git/refs/heads/main", COMMIT + "\n");
        write("app/pom.xml", "");
        assertThat(GitHead.of(folder.resolve("app"))).isEqualTo(COMMIT);
    }

    @Test
    void ofAPackedBranchIsFoundUnlessAFileIsNewer() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(
                ".git/packed-refs",
                "# pack-refs with: peeled\n" + OTHER + " refs/heads/not/refs/heads/main2\n" + COMMIT
                        + " refs/heads/main\n^" + OTHER + "\n");
        assertThat(GitHead.of(folder)).isEqualTo(COMMIT);
        write(".git/refs/heads/main", OTHER);
        assertThat(GitHead.of(folder)).isEqualTo(OTHER);
    }

    @Test
    void ofAWorktreeTakesItsOwnHeadAndTheCommonBranches() throws IOException {
        write(".git", "gitdir: main/.git/worktrees/w\n");
        write("main/.git/worktrees/w/HEAD", "ref: refs/heads/feature\n");
        write("main/.git/worktrees/w/commondir", "../..\n");
        write("main/.git/refs/heads/feature", COMMIT);
        write("main/.git/HEAD", OTHER);
        assertThat(GitHead.of(folder)).isEqualTo(COMMIT);
    }

    @Test
    void ofARepositoryWithoutACommitTellsIt() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        unknown("its branch has no commit that can be found in files")
                .where(folder.resolve(".git").toString());
        write(".git/HEAD", "ref: refs/heads/.invalid\n");
        write(".git/reftable/tables.list", "");
        unknown("its branch has no commit that can be found in files");
    }

    @Test
    void ofABranchThatIsItsOwnNameTellsIt() throws IOException {
        write(".git/HEAD", "ref: HEAD\n");
        unknown("its branch has no commit that can be found in files");
    }

    @Test
    void ofADamagedRepositoryTellsIt() throws IOException {
        write(".git/HEAD", "ref: a\0b");
        unknown("the files of the repository cannot be read").where(folder.toString());
    }
}

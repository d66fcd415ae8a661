package dev.layered.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.Mistakes;
import dev.layered.real.RealTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is ignored against {@code git check-ignore}: each case is a folder of a repository with an ignore file. */
@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
final class IgnoreAsGitTest {

    private static final List<String> TREE = List.of(
            "a",
            "b.txt",
            "ab",
            "#a",
            "!a",
            "a b",
            "a ",
            "a]",
            "x-y",
            "d/a",
            "d/b.txt",
            "d/e/a",
            "d/e/b.txt",
            "e/d/a",
            "e/f/g/a",
            "foo/bar/baz",
            "[a]",
            "*",
            "a\\b");

    private static final List<String> WRITTEN = List.of(
            "*.txt\n!b.txt",
            "/a",
            "d/",
            "d/*",
            "d/**",
            "**/a",
            "**/d/a",
            "e/**/a",
            "d\n!d/a",
            "d/*\n!d/e\nd/e/b*",
            "# a comment\n\\#a",
            "\\!a",
            "a\\ ",
            "a ",
            "a\\b",
            "a\\\\b",
            "a\\",
            "\\*",
            "[a]",
            "\\[a]",
            "[]]",
            "a[]]",
            "[a-c]",
            "[!a-c]",
            "[^a-c]*",
            "x[-z]y",
            "x[+--]y",
            "[[:alpha:]]",
            "[[:alpha:][:digit:]]b*",
            "[[:nothing:]]",
            "[[:]a]",
            "[a",
            "?",
            "d/?",
            "d?a",
            "d[/]a",
            "/",
            "!",
            "**",
            "***",
            "a**",
            "d/e/***/a",
            "d/**/e/a",
            "/**/a",
            "*/a",
            "/*/",
            "foo/bar/",
            "foo/*/baz",
            "bar",
            "*\n!*/\n!*.txt",
            "b.txt\r\na\r\n",
            "a\n\n   \n!a   ",
            "\uFEFFa",
            "d/e\\/a");

    @TempDir
    private Path temp;

    @Test
    void ignoredWhenComparedWithGitIsTheSame() throws Exception {
        if (!RealTool.areThere("that .layeredignore means what .gitignore means", "git")) {
            return;
        }
        List<String> cases = new ArrayList<>(WRITTEN);
        Random random = new Random(11);
        for (int i = 0; i < 250; i++) {
            String first = GlobTest.text(random, "aabde*?/[]!-\\ ", 7).replaceAll("[a-z]\\*\\*+/", "a/");
            String second = GlobTest.text(random, "!ade/*b.", 5).replaceAll("[a-z.!]\\*\\*+/", "a/");
            cases.add(first + "\n" + second);
        }
        for (int i = 0; i < cases.size(); i++) {
            Path folder = temp.resolve("case" + i);
            for (String path : TREE) {
                Files.createDirectories(folder.resolve(path).getParent());
                Files.writeString(folder.resolve(path), "x");
            }
            Files.writeString(folder.resolve(".gitignore"), cases.get(i));
        }
        Map<String, Boolean> git = git(cases.size());
        assertThat(git).hasSize(cases.size() * TREE.size());
        assertThat(git.values()).filteredOn(ignored -> ignored).hasSizeGreaterThan(500);
        for (int i = 0; i < cases.size(); i++) {
            Path folder = temp.resolve("case" + i);
            Files.move(folder.resolve(".gitignore"), folder.resolve(".layeredignore"));
            List<String> ours = FolderListing.of(
                            new FolderSearch(folder, folder, LinkRule.KEEP, FileFilter.ALL, IgnoreFile.in(temp), true),
                            new Mistakes())
                    .files()
                    .stream()
                    .map(FoundFile::path)
                    .toList();
            for (String path : TREE) {
                assertThat(!ours.contains(path))
                        .as("%s ignored by %s", path, cases.get(i))
                        .isEqualTo(git.get("case" + i + "/" + path));
            }
        }
    }

    /** Returns of each path whether Git ignores it. */
    private Map<String, Boolean> git(int cases) throws IOException, InterruptedException {
        run("git", "init", "-q", ".");
        StringBuilder asked = new StringBuilder();
        for (int i = 0; i < cases; i++) {
            for (String path : TREE) {
                asked.append("case").append(i).append('/').append(path).append('\0');
            }
        }
        Files.writeString(temp.resolve("asked"), asked);
        String[] answers = run("git", "check-ignore", "--no-index", "-v", "-n", "-z", "--stdin")
                .split("\0", -1);
        Map<String, Boolean> ignored = new TreeMap<>();
        for (int i = 0; i + 3 < answers.length; i += 4) {
            boolean isMeant = !answers[i].isEmpty();
            ignored.put(answers[i + 3], isMeant && !answers[i + 2].startsWith("!"));
        }
        return ignored;
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path asked = temp.resolve("asked");
        Path answer = temp.resolve("answer");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(temp.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(answer.toFile());
        Stream.of("HOME", "XDG_CONFIG_HOME")
                .forEach(name -> builder.environment().put(name, temp.toString()));
        if (Files.exists(asked)) {
            builder.redirectInput(asked.toFile());
        }
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(answer, StandardCharsets.UTF_8);
    }
}

package dev.layered.extra;

import dev.layered.extra.ExtraDirectory.Trait;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the user says about extra directories, in one form for all ways to write it. */
final class ExtraSettings {

    private ExtraSettings() {}

    /** Returns one line for each path, mode, owner and link; folders of the project are relative to it. */
    static List<String> of(ExtraDirectories extras, Path project) {
        List<String> lines = new ArrayList<>();
        extras.directories().forEach(directory -> lines.add(line(directory, project)));
        extras.modes().forEach(rule -> lines.add("mode " + rule.files() + " " + rule.value()));
        extras.owners().forEach(rule -> lines.add("owner " + rule.files() + " " + rule.value()));
        extras.links().forEach(link -> lines.add("link " + link.path() + " " + link.target()));
        return lines;
    }

    /** Returns the folder as users write it. */
    static String name(Path from, Path project) {
        Path shown = from.startsWith(project) ? project.relativize(from) : from;
        return shown.toString().replace(File.separatorChar, '/');
    }

    private static String line(ExtraDirectory directory, Path project) {
        StringBuilder line = new StringBuilder("path " + name(directory.from(), project));
        line.append(" into ").append(directory.into().isEmpty() ? "/" : directory.into());
        line.append(" layer ").append(directory.layer());
        directory.filter().includes().forEach(glob -> line.append(" include ").append(glob));
        directory.filter().excludes().forEach(glob -> line.append(" exclude ").append(glob));
        for (Trait trait : Trait.values()) {
            line.append(directory.traits().contains(trait) ? " " + trait.name().toLowerCase(Locale.ROOT) : "");
        }
        return line.toString();
    }
}

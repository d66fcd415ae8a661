package dev.layered.real;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What tells that a file was left alone: its time, its size and, where the file system has one, its inode. */
public final class FileStates {

    private FileStates() {}

    /** Returns the state of each file and directory by its path below the directory. */
    public static Map<String, String> under(File directory) throws IOException {
        Map<String, String> states = new TreeMap<>();
        Path top = directory.toPath();
        try (Stream<Path> paths = Files.walk(top)) {
            for (Path path : paths.toList()) {
                BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
                // a directory's time moves when a temporary file comes and goes in it
                String time = is.isDirectory() ? "" : is.lastModifiedTime() + " " + is.size() + " ";
                states.put(top.relativize(path).toString(), time + is.fileKey());
            }
        }
        return states;
    }
}

package dev.layered.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What changes when a file is written again: path, time and inode. */
record FileStamp(Path file, Object modified, Object inode) {

    /** Returns the stamps of all files below the folder. */
    static List<Object> all(Path folder) throws IOException {
        List<Object> stamps = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : paths.filter(Files::isRegularFile).sorted().toList()) {
                stamps.add(new FileStamp(file, Files.getLastModifiedTime(file), Files.getAttribute(file, "unix:ino")));
            }
        }
        return stamps;
    }
}

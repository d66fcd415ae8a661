package dev.layered.store;

import java.nio.file.Path;

/** Another run: begins a temporary file in the given folder, says so, and writes on until its input ends. */
public final class LockHolder {

    private LockHolder() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        try (TempFile temp = TempFile.create(folder, folder)) {
            temp.out().write(1);
            System.out.println(temp.path());
            System.in.read();
        }
    }
}

package dev.layered.store;

import dev.layered.failure.Shown;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Says in words why the operating system refused to read or write a file; Java's own messages often do not. */
public final class IoReason {

    private IoReason() {}

    /** Returns the reason in a few words, without the path and without a full stop. */
    public static String of(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "something else stands there";
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return "a directory stands there";
        }
        if (failure instanceof NotDirectoryException) {
            return "it is not a directory";
        }
        if (failure instanceof ClosedByInterruptException) {
            return "the run was interrupted";
        }
        String text = failure instanceof FileSystemException onFile ? onFile.getReason() : failure.getMessage();
        return text == null ? failure.getClass().getSimpleName() : Shown.text(text);
    }

    /** Whether the disk, or the user's share of it, is full. */
    static boolean isDiskFull(IOException failure) {
        String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return text.contains("no space left")
                || text.contains("not enough space")
                || text.contains("quota exceeded")
                || text.contains("disk full");
    }
}

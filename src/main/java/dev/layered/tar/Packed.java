package dev.layered.tar;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** The compressions that people apply to whole archives, and what takes them off. */
enum Packed {
    GZIP("gzip -dc", 0x1f, 0x8b),
    ZSTD("zstd -dc", 0x28, 0xb5, 0x2f, 0xfd),
    XZ("xz -dc", 0xfd, '7', 'z', 'X', 'Z', 0),
    BZIP2("bzip2 -dc", 'B', 'Z', 'h');

    /** How many bytes of an archive tell its compression. */
    static final int LONGEST_MAGIC = 6;

    private final String command;
    private final byte[] magic;

    Packed(String command, int... magic) {
        this.command = command;
        this.magic = new byte[magic.length];
        for (int i = 0; i < magic.length; i++) {
            this.magic[i] = (byte) magic[i];
        }
    }

    /**
     * Checks that the first bytes are not of a compressed archive.
     *
     * @throws dev.layered.failure.LayeredFailure {@code tar-compressed} if they are
     */
    static void check(Path archive, byte[] begin) {
        for (Packed packed : values()) {
            if (Arrays.equals(Arrays.copyOf(begin, packed.magic.length), packed.magic)) {
                throw TarFailure.compressed(archive, packed.name().toLowerCase(Locale.ROOT), packed.command);
            }
        }
    }
}

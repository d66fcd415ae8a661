package dev.layered.application;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The few facts of a class file that tell whether it can start an application (Java Virtual Machine specification,
 * chapter 4).
 *
 * <p>Reads the structure only, so class files of versions newer than this code are read as well; one with constants of
 * an unknown kind counts as one that starts nothing.
 *
 * @param majorVersion 52 is Java 8, 53 Java 9, and so on
 * @param hasStaticMain whether it has {@code public static void main(String[])}
 * @param hasInstanceMain whether it has another main method that Java 25 and later start (JEP 512)
 * @param constants every text constant, among them the types of its annotations
 */
record ClassFile(String name, int majorVersion, boolean hasStaticMain, boolean hasInstanceMain, Set<String> constants) {

    private static final int MAGIC = 0xCAFEBABE;
    private static final int PUBLIC = 0x0001;
    private static final int PRIVATE = 0x0002;
    private static final int STATIC = 0x0008;
    private static final int ABSTRACT = 0x0400;
    private static final int FIRST_WITH_INSTANCE_MAIN = 69;

    static ClassFile read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DataInputStream data = new DataInputStream(new BufferedInputStream(in))) {
            return read(data);
        }
    }

    private static ClassFile read(DataInputStream data) throws IOException {
        if (data.readInt() != MAGIC) {
            throw new IOException("it is not a class file");
        }
        data.readUnsignedShort();
        int version = data.readUnsignedShort();
        Object[] pool = readConstants(data);
        data.readUnsignedShort();
        String name =
                String.valueOf(pool[(Integer) pool[data.readUnsignedShort()]]).replace('/', '.');
        data.readUnsignedShort();
        data.skipNBytes(2L * data.readUnsignedShort());
        readMembers(data, pool); // fields
        Set<String> methods = readMembers(data, pool);
        Set<String> texts = new HashSet<>();
        for (Object constant : pool) {
            if (constant instanceof String text) {
                texts.add(text);
            }
        }
        boolean instance = version >= FIRST_WITH_INSTANCE_MAIN && methods.contains("main");
        return new ClassFile(name, version, methods.contains("public static main"), instance, texts);
    }

    /** Returns texts as String, classes as the Integer that points to their name, and null for the rest. */
    private static Object[] readConstants(DataInputStream data) throws IOException {
        Object[] pool = new Object[data.readUnsignedShort()];
        for (int i = 1; i < pool.length; i++) {
            int kind = data.readUnsignedByte();
            switch (kind) {
                case 1 -> pool[i] = data.readUTF();
                case 7 -> pool[i] = data.readUnsignedShort();
                case 8, 16, 19, 20 -> data.skipNBytes(2);
                case 15 -> data.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> data.skipNBytes(4);
                case 5, 6 -> {
                    data.skipNBytes(8);
                    i++; // long and double take two places
                }
                default -> throw new IOException("it has a constant of the unknown kind " + kind);
            }
        }
        return pool;
    }

    /** Reads fields or methods, and returns which kinds of main method are among them. */
    private static Set<String> readMembers(DataInputStream data, Object[] pool) throws IOException {
        Set<String> mains = new HashSet<>();
        int count = data.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            int access = data.readUnsignedShort();
            Object name = pool[data.readUnsignedShort()];
            Object type = pool[data.readUnsignedShort()];
            int attributes = data.readUnsignedShort();
            for (int a = 0; a < attributes; a++) {
                data.readUnsignedShort();
                data.skipNBytes(Integer.toUnsignedLong(data.readInt()));
            }
            boolean withArguments = "([Ljava/lang/String;)V".equals(type);
            if ("main".equals(name) && (withArguments || "()V".equals(type)) && (access & (PRIVATE | ABSTRACT)) == 0) {
                boolean classic = withArguments && (access & PUBLIC) != 0 && (access & STATIC) != 0;
                mains.add(classic ? "public static main" : "main");
            }
        }
        return mains;
    }
}

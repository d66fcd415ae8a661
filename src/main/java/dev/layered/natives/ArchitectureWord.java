package dev.layered.natives;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A word that names artifacts' architectures.
 *
 * @param word in lower case, {@code _} for any separator in it
 * @param architecture in the words of OCI, with the variant where it is not the usual one, e.g. {@code arm/v6}
 * @param styles the ways of spelling that it belongs to: u, x, g and m as in the table, b for bits
 */
record ArchitectureWord(String word, String architecture, String styles) {

    /** The architecture of what runs on any. */
    static final String ANY = "any";

    /**
     * One architecture a line. Behind a word the ways of spelling that it belongs to: {@code u} that of os-maven-plugin,
     * {@code x} that of uname, {@code g} that of Go, {@code m} that of Microsoft, {@code b} the number of bits behind an
     * operating system. A word without a way is understood and never written.
     */
    private static final Map<String, ArchitectureWord> WORDS = table("""
            amd64    x86_64=ux amd64=g x64=m 64=b x8664
            arm64    aarch_64=u aarch64=x arm64=gm armv8 arm64_v8a
            386      x86_32=u i686=x i386=g x86=m 32=b i486 i586
            arm      arm_32=u armv7=x armhf=x arm32=m arm=g armv7l armv7hf armv7a armeabi_v7a
            arm/v6   armv6=xgm armv6hf=x armv6l
            arm/v5   armv5=xgm armel=x armeabi
            ppc64le  ppcle_64=u ppc64le=xgm ppc64el
            ppc64    ppc_64=u ppc64=xgm
            s390x    s390_64=u s390x=xgm
            riscv64  riscv_64=u riscv64=xgm riscv64gc
            loong64  loongarch_64=u loongarch64=x loong64=g
            mips64le mipsel_64=u mips64el=x mips64le=g
            mips64   mips_64=u mips64=xg
            sparc64  sparc_64=u sparcv9=x sparc64=g
            any      universal
            """);

    private static Map<String, ArchitectureWord> table(String text) {
        Map<String, ArchitectureWord> words = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            List<String> parts = List.of(line.split(" +"));
            for (String part : parts.subList(1, parts.size())) {
                String[] word = part.split("=");
                words.put(word[0], new ArchitectureWord(word[0], parts.get(0), word.length == 1 ? "" : word[1]));
            }
        });
        return words;
    }

    /** Returns what the text spells, or nothing where it is no architecture. */
    static Optional<ArchitectureWord> of(String text) {
        return Optional.ofNullable(WORDS.get(text.toLowerCase(Locale.ROOT).replaceAll("[-.]", "_")));
    }

    /** Whether it says something only beside an operating system: alone it is a number, or a word for many things. */
    boolean isWeak() {
        return isBits() || architecture.equals(ANY) || word.equals("arm");
    }

    /** Whether it is a number of bits. */
    boolean isBits() {
        return styles.equals("b");
    }

    /**
     * Returns the words to look for an architecture with, where a sibling is spelled like this one: first those in the
     * same way. Bits and what os-maven-plugin alone writes are offered only to those who spell like that.
     */
    List<String> siblings(String wanted) {
        List<String> same = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (ArchitectureWord other : WORDS.values()) {
            if (other.architecture.equals(wanted) && !other.styles.isEmpty()) {
                if (other.styles.chars().anyMatch(style -> styles.indexOf(style) >= 0)) {
                    same.add(other.word);
                } else if (!other.isBits() && !other.styles.equals("u")) {
                    others.add(other.word);
                }
            }
        }
        same.addAll(others);
        return same;
    }
}

package dev.layered.tar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Changes the first header of an archive so that its sum is right again. */
final class HeaderSum {

    private HeaderSum() {}

    static byte[] with(byte[] tar, int offset, byte... field) {
        System.arraycopy(field, 0, tar, offset, field.length);
        Arrays.fill(tar, 148, 156, (byte) ' ');
        long sum = 0;
        for (int i = 0; i < TarBlocks.BLOCK; i++) {
            sum += tar[i] & 0xff;
        }
        byte[] text = String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, tar, 148, text.length);
        return tar;
    }
}

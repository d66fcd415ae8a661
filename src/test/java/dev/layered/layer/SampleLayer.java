package dev.layered.layer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small layer with one of each: classes, text, long and foreign names, a program, links, owners. */
final class SampleLayer {

    static final String LONG_PATH = "app/" + "deep/".repeat(50) + "End.class";

    private SampleLayer() {}

    static List<LayerEntry> entries() {
        List<LayerEntry> entries = new ArrayList<>();
        byte[] random = new byte[70_001];
        new Random(42).nextBytes(random);
        entries.add(LayerEntry.file("app/lib/random.jar", bytes(random), false));
        entries.add(text("app/classes/a/Main.class", "\u00ca\u00fe\u00ba\u00be" + "method ".repeat(3000)));
        entries.add(text("app/resources/messages.properties", "greeting=Hello\n".repeat(9000)));
        entries.add(text("app/resources/empty", ""));
        entries.add(text("app/resources/block", "x".repeat(512)));
        entries.add(text(LONG_PATH, "deep"));
        entries.add(text("app/" + "n".repeat(200), "long name"));
        entries.add(text("app/grün/東京/😀.txt", "foreign"));
        entries.add(text("app/name with space", "space"));
        entries.add(LayerEntry.file("app/bin/start", bytes("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8)), true));
        entries.add(link("app/bin/run", "start"));
        entries.add(link("app/bin/far", "../" + "f".repeat(120)));
        entries.add(new LayerEntry(
                "data", new Content.Directory(), 01777, 3_000_000, 7, Instant.ofEpochSecond(1234567890)));
        entries.add(
                new LayerEntry("data/old", bytes(new byte[] {7}), 0600, 1000, 5_000_000, Instant.ofEpochSecond(-5)));
        return entries;
    }

    static LayerEntry text(String path, String text) {
        return LayerEntry.file(path, bytes(text.getBytes(StandardCharsets.UTF_8)), false);
    }

    private static LayerEntry link(String path, String target) {
        return new LayerEntry(path, new Content.Link(target), 0777, 0, 0, LayerEntry.DEFAULT_TIME);
    }

    private static Content bytes(byte[] bytes) {
        return new Content.OfBytes(bytes);
    }
}

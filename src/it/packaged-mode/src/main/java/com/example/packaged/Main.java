package com.example.packaged;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

public final class Main {

    private Main() {}

    public static void main(String[] args) throws IOException {
        try (InputStream greeting = Main.class.getResourceAsStream("/greeting.txt")) {
            String text = new String(greeting.readAllBytes(), StandardCharsets.UTF_8).strip();
            LoggerFactory.getLogger(Main.class).info("{} from {}", text, Main.class.getProtectionDomain()
                    .getCodeSource().getLocation());
        }
    }
}

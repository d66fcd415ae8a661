package com.example.trust;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** Asks a server and says what it answered, or why it could not be asked. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        try (InputStream answer = new URL(System.getenv("URL")).openStream()) {
            System.out.println("answered: " + new String(answer.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            System.out.println("refused: " + e.getMessage());
        }
    }
}

package com.example.library;

public final class Library {

    private Library() {}

    public static String text() {
        return "planned";
    }
}

package com.example.left;

public final class Same {

    private Same() {}

    public static String text() {
        return "left";
    }
}

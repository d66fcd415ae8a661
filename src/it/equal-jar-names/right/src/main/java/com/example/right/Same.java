package com.example.right;

public final class Same {

    private Same() {}

    public static String text() {
        return "right";
    }
}

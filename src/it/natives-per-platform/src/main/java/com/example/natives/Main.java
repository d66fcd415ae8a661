package com.example.natives;

/** Needs what its class path names. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        for (String path : System.getProperty("java.class.path").split(":")) {
            System.out.println(path);
        }
    }
}

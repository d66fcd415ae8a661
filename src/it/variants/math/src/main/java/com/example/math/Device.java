package com.example.math;

/** Where things are computed. */
public final class Device {

    private Device() {}

    /** Returns the name. */
    public static String name() {
        return "cpu";
    }
}

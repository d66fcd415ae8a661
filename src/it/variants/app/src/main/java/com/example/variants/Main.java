package com.example.variants;

import com.example.math.Device;

/** Says where it computes. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.out.println("computed by " + Device.name());
    }
}

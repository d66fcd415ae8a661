package com.example.chain;

public final class OnOciArchive {

    private OnOciArchive() {}

    public static void main(String[] arguments) {
        System.out.println("on-oci-archive");
    }
}

package com.example.readers;

public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.out.println("Never run: the base has no Java");
    }
}

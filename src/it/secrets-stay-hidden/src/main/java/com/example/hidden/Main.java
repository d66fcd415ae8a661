package com.example.hidden;

/** Says what there is to say. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.out.println("Nothing to see here.");
    }
}

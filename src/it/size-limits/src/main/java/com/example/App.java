package com.example;

public final class App {

    public static void main(String[] arguments) {
        System.out.println("small");
    }
}

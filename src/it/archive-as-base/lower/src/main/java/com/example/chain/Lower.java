package com.example.chain;

public final class Lower {

    private Lower() {}

    public static void main(String[] arguments) {
        System.out.println("lower");
    }
}

package com.example.inspected;

public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.out.println("inspected");
    }
}

package com.example.scratch;

import org.slf4j.LoggerFactory;

public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.out.println(LoggerFactory.getLogger(Main.class).getName());
    }
}

package com.example.pulled;

import org.slf4j.helpers.MessageFormatter;

public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.out.println(MessageFormatter.format("Pulled, and run by Java {}.", Runtime.version().feature())
                .getMessage());
    }
}

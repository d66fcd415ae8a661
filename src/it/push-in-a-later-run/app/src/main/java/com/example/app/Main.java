package com.example.app;

import com.example.library.Library;

public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.out.println(Library.text());
    }
}

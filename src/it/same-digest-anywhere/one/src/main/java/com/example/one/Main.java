package com.example.one;

import com.example.library.Library;

public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Runnable inner = new Runnable() {
            @Override
            public void run() {
                System.out.println(Library.text());
            }
        };
        inner.run();
    }
}

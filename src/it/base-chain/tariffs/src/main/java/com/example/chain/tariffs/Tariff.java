package com.example.chain.tariffs;

/** What things cost. */
public final class Tariff {

    private Tariff() {}

    /** Returns a price in cents. */
    public static int cents() {
        return 42;
    }
}

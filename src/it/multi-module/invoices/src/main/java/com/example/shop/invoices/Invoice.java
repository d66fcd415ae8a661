package com.example.shop.invoices;

import com.example.shop.prices.PriceList;
import java.io.IOException;
import java.util.Map;

/** Prints what the items named on the command line cost together. */
public final class Invoice {

    private Invoice() {}

    public static void main(String[] items) throws IOException {
        Map<String, Integer> prices = PriceList.read();
        int cents = 0;
        for (String item : items) {
            cents += prices.getOrDefault(item, 0);
        }
        System.out.printf("%d items, %d.%02d%n", items.length, cents / 100, cents % 100);
    }
}

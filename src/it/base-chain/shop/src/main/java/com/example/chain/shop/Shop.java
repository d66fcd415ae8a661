package com.example.chain.shop;

import com.example.chain.tariffs.Tariff;
import org.slf4j.LoggerFactory;

/** Says what things cost. */
public final class Shop {

    private Shop() {}

    public static void main(String[] args) {
        LoggerFactory.getLogger(Shop.class).debug("asked");
        System.out.println(Tariff.cents() + " cents");
    }
}

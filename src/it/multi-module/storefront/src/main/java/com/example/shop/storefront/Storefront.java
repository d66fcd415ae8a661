package com.example.shop.storefront;

import com.example.shop.prices.PriceList;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the price list on port 8080. */
public final class Storefront {

    private static final Logger LOG = LoggerFactory.getLogger(Storefront.class);

    private Storefront() {}

    public static void main(String[] args) throws IOException {
        byte[] page = PriceList.read().toString().getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        LOG.info("Open on port {}", server.getAddress().getPort());
    }
}

package com.example.shop.prices;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What each item costs, in cents. */
public final class PriceList {

    private static final CSVFormat WITH_HEADER =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private PriceList() {}

    /** Reads the list that this library carries. */
    public static Map<String, Integer> read() throws IOException {
        Map<String, Integer> prices = new TreeMap<>();
        try (Reader csv = new InputStreamReader(
                PriceList.class.getResourceAsStream("/com/example/shop/prices.csv"), StandardCharsets.UTF_8)) {
            for (CSVRecord line : WITH_HEADER.parse(csv)) {
                prices.put(line.get("item"), Integer.parseInt(line.get("cents")));
            }
        }
        return prices;
    }
}

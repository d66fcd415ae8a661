package dev.layered.json;

import static dev.layered.failure.FailureAssert.assertFailure;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {

    private static JsonObject parse(String text) {
        return Json.parse(text.getBytes(UTF_8), "a.json");
    }

    private static String write(JsonObject object) {
        return new String(Json.bytes(object), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"z\":1,\"a\":2,\"m\":{\"y\":[],\"b\":{}}}",
                "{\"text\":\"Grüße \\u0000 \\\"\\\\\",\"\":\"\"}",
                "{\"a\":[1,-2,9223372036854775807,1.5,true,false,null,\"x\",[[]],{\"b\":null}]}"
            })
    void bytesOfParsedGivesTheSameText(String text) {
        assertThat(write(parse(text))).isEqualTo(text);
    }

    @Test
    void parseWhenWhiteSpaceSurroundsReadsTheObject() {
        assertThat(parse(" \r\n\t{ \"a\" : 1 }\n")).isEqualTo(parse("{\"a\":1}"));
    }

    @Test
    void prettyOfItemsOnDemandIsThatOfAList() {
        List<JsonObject> items = List.of(
                JsonObject.builder().put("a", 1).build(),
                JsonObject.builder().put("b", 2).build());
        JsonObject listed = JsonObject.builder().put("items", items).build();
        JsonObject onDemand = JsonObject.builder()
                .putOnDemand("items", () -> items.stream().iterator())
                .build();
        assertThat(Json.pretty(onDemand)).isEqualTo(Json.pretty(listed)).isEqualTo(Json.pretty(onDemand));
    }

    @Test
    void prettyPutsOneFieldALineAndANewlineAtTheEnd() {
        String pretty = new String(Json.pretty(parse("{\"b\":1,\"a\":[{\"c\":[]},2]}")), UTF_8);
        assertThat(pretty).isEqualTo("""
                {
                  "b": 1,
                  "a": [
                    {
                      "c": []
                    },
                    2
                  ]
                }
                """);
        assertThat(parse(pretty)).isEqualTo(parse("{\"b\":1,\"a\":[{\"c\":[]},2]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"a\":2} | Duplicate field 'a'",
                "{\"b\":{\"a\":1,\"a\":1}} | Duplicate field 'a'",
                "{} {} | something follows the document",
                "{}x | Unrecognized token 'x'",
                "[] | it does not start with an object",
                "`` | it does not start with an object",
                "null | it does not start with an object",
                "{\"a\":1 | Unexpected end-of-input",
                "{\"a\":[1 | Unexpected end-of-input",
                "{\"a\":9223372036854775808} | out of range of long",
                "{\"a\":-9223372036854775809} | out of range of long",
                "{\"a\":01} | Leading zeroes not allowed",
                "{\"a\":NaN} | NaN",
                "{\"a\":1e400} | out of range",
                "{'a':1} | Unexpected character",
                "{a:1} | Unexpected character",
                "{\"a\":1,} | Unexpected character",
            })
    void parseWhenTextIsNoObjectSaysWhy(String text, String reason) {
        assertFailure(() -> parse(text))
                .hasId("json-unreadable")
                .whatContains("'a.json' is not the JSON document it should be: ", reason)
                .where("a.json")
                .fix("make the file again with the tool that wrote it")
                .isMistake()
                .isPrintable();
    }

    @Test
    void parseWhenNestedTooDeepRefuses() {
        assertThat(parse("{\"a\":".repeat(100) + "1" + "}".repeat(100)).object("a"))
                .isPresent();
        assertFailure(() -> parse("{\"a\":".repeat(101) + "1" + "}".repeat(101)))
                .hasId("json-unreadable");
        assertFailure(() -> parse("{\"a\":" + "[".repeat(1_000_000))).hasId("json-unreadable");
    }

    @Test
    void parseWhenStringIsHugeRefuses() {
        String longest = "x".repeat(4 << 20);
        assertThat(parse("{\"a\":\"" + longest + "\"}").text("a")).contains(longest);
        assertFailure(() -> parse("{\"a\":\"" + longest + "x\"}"))
                .hasId("json-unreadable")
                .whatContains("length");
    }

    @Test
    void parseWhenNameOrNumberIsHugeRefuses() {
        assertFailure(() -> parse("{\"" + "x".repeat(1 << 20) + "\":1}")).hasId("json-unreadable");
        assertFailure(() -> parse("{\"a\":" + "9".repeat(1 << 20) + "}")).hasId("json-unreadable");
    }

    @Test
    void parseWhenBytesAreNoUtf8Refuses() {
        byte[] bytes = {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'};
        assertFailure(() -> Json.parse(bytes, "a.json")).hasId("json-unreadable");
    }

    @Test
    void parseWhenSourceHoldsControlCharactersShowsThemEscaped() {
        assertFailure(() -> Json.parse(new byte[0], "a\n.json"))
                .where("a\\u000a.json")
                .isPrintable();
    }

    @Test
    void parsedListsCannotBeChanged() {
        List<?> values = (List<?>) parse("{\"a\":[1]}").fields().get("a");
        assertThatThrownBy(values::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void builderWritesInTheOrderOfItsCalls() {
        JsonObject object = JsonObject.builder()
                .put("z", 1)
                .put("a", Map.of("k", 2))
                .put("m", Arrays.asList("x", null, List.of(3)))
                .put("b", true)
                .build();
        assertThat(write(object)).isEqualTo("{\"z\":1,\"a\":{\"k\":2},\"m\":[\"x\",null,[3]],\"b\":true}");
    }

    @Test
    void parseListGivesWhatBytesWrote() {
        byte[] bytes = "[{\"a\":1},{}]".getBytes(UTF_8);
        assertThat(Json.bytes(Json.parseList(bytes, "a.json"))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | it is not a list of objects",
                "[1] | it is not a list of objects",
                "`` | it is not a list",
                "[] [] | something follows"
            })
    void parseListWhenTextIsNoListOfObjectsSaysWhy(String text, String reason) {
        assertFailure(() -> Json.parseList(text.getBytes(UTF_8), "a.json"))
                .hasId("json-unreadable")
                .whatContains(reason);
    }
}

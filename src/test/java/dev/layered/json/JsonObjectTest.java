package dev.layered.json;

import static dev.layered.failure.FailureAssert.assertFailure;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class JsonObjectTest {

    private static final JsonObject OBJECT = Json.parse("""
            {"text":"t","number":7,"float":1.5,"truth":true,"object":{"k":"v"},"objects":[{"a":1}],
             "texts":["x","y"],"nothing":null,"mixed":[1,"x"],"holed":["x",null],"map":{"z":"1","a":null}}
            """.getBytes(UTF_8), "config.json");

    @Test
    void readersReturnWhatIsThere() {
        assertThat(OBJECT.text("text")).contains("t");
        assertThat(OBJECT.requiredText("text")).isEqualTo("t");
        assertThat(OBJECT.number("number")).contains(7L);
        assertThat(OBJECT.requiredNumber("number")).isEqualTo(7);
        assertThat(OBJECT.truth("truth")).isTrue();
        assertThat(OBJECT.requiredObject("object").text("k")).contains("v");
        assertThat(OBJECT.objects("objects")).hasSize(1);
        assertThat(OBJECT.texts("texts")).contains(List.of("x", "y"));
        assertThat(OBJECT.textMap("object")).containsExactly(Map.entry("k", "v"));
        assertThat(OBJECT.names("object")).containsExactly("k");
    }

    @Test
    void readersWhenFieldIsNullOrMissingTakeItAsAbsent() {
        for (String name : List.of("nothing", "missing")) {
            assertThat(OBJECT.text(name)).isEmpty();
            assertThat(OBJECT.number(name)).isEmpty();
            assertThat(OBJECT.truth(name)).isFalse();
            assertThat(OBJECT.object(name)).isEmpty();
            assertThat(OBJECT.objects(name)).isEmpty();
            assertThat(OBJECT.texts(name)).isEmpty();
            assertThat(OBJECT.textMap(name)).isEmpty();
            assertThat(OBJECT.names(name)).isEmpty();
        }
    }

    @Test
    void readersWhenTypeIsAnotherNameFieldSourceAndBothTypes() {
        wrong(o -> o.text("number"), "Field 'number' of 'config.json' should be a text, but is '7'.");
        wrong(o -> o.number("float"), "Field 'float' of 'config.json' should be a whole number, but is '1.5'.");
        wrong(o -> o.number("text"), "Field 'text' of 'config.json' should be a whole number, but is 't'.");
        wrong(o -> o.truth("text"), "Field 'text' of 'config.json' should be true or false, but is 't'.");
        wrong(o -> o.object("texts"), "Field 'texts' of 'config.json' should be an object, but is '[x, y]'.");
        wrong(o -> o.objects("object"), "Field 'object' of 'config.json' should be a list of objects, but is '{k=v}'.");
        wrong(o -> o.objects("texts"), "Field 'texts' of 'config.json' should be a list of objects, but holds 'x'.");
        wrong(o -> o.texts("mixed"), "Field 'mixed' of 'config.json' should be a list of texts, but holds '1'.");
        wrong(o -> o.textMap("text"), "Field 'text' of 'config.json' should be an object, but is 't'.");
    }

    @Test
    void readersWhenAListOrMapHoldsNullSaySo() {
        wrong(o -> o.texts("holed"), "Field 'holed' of 'config.json' should be a list of texts, but holds 'null'.");
        wrong(o -> o.textMap("map"), "Field 'map' of 'config.json' should be an object of texts, but holds 'null'.");
    }

    @Test
    void requiredReadersWhenFieldIsAbsentSaySo() {
        wrong(o -> o.requiredText("nothing"), "Field 'nothing' of 'config.json' should be a text, but is missing.");
        wrong(o -> o.requiredNumber("no"), "Field 'no' of 'config.json' should be a whole number, but is missing.");
        wrong(o -> o.requiredObject("no"), "Field 'no' of 'config.json' should be an object, but is missing.");
    }

    private static void wrong(Function<JsonObject, ?> reader, String what) {
        assertFailure(() -> reader.apply(OBJECT))
                .hasId("json-unexpected")
                .what(what)
                .where("config.json")
                .fix("make the file again with the tool that wrote it")
                .isMistake();
    }

    @Test
    void withoutLeavesTheOthersInTheirOrder() {
        JsonObject object =
                JsonObject.builder().put("c", 1).put("a", 2).put("b", 3).build();
        assertThat(object.without(List.of("a", "x")).fields().keySet()).containsExactly("c", "b");
        assertThat(object.fields()).hasSize(3);
    }

    @Test
    void fieldsCannotBeChanged() {
        assertThatThrownBy(() -> OBJECT.fields().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> OBJECT.textMap("object").clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> OBJECT.names("object").clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void putIfAnyLeavesOutWhatIsEmpty() {
        JsonObject object = JsonObject.builder()
                .putIfAny("null", null)
                .putIfAny("optional", Optional.empty())
                .putIfAny("list", List.of())
                .putIfAny("map", Map.of())
                .putIfAny("object", JsonObject.empty())
                .putIfAny("emptyList", Optional.of(List.of()))
                .putIfAny("text", "")
                .putIfAny("value", Optional.of("v"))
                .build();
        assertThat(object.fields().keySet()).containsExactly("text", "value");
    }

    @Test
    void equalsLooksAtFieldsAndNotAtTheSource() {
        JsonObject same = Json.parse("{\"k\":\"v\"}".getBytes(UTF_8), "elsewhere");
        assertThat(same).isEqualTo(OBJECT.requiredObject("object")).hasSameHashCodeAs(OBJECT.requiredObject("object"));
        assertThat(same).isNotEqualTo(OBJECT).isNotEqualTo("x").hasToString("{k=v}");
    }
}

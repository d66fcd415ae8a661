package dev.layered.maven.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.Problem;
import org.junit.jupiter.api.Test;

class ConfigurationCheckTest {

    @Test
    void unknownElementNamesLineAndNearest() {
        assertThat(Binding.ofConfiguration("\n<from><imge>a</imge></from>").onlyMistake())
                .isEqualTo(new Problem(
                        "configuration-unknown-element",
                        "<from> has no element 'imge'.",
                        "<from><imge> in app/pom.xml:5",
                        "write <image>; valid here: image, platforms"));
    }

    @Test
    void unknownElementWithoutNearestListsAll() {
        assertThat(Binding.ofConfiguration("<from><unheardOf>a</unheardOf></from>")
                        .onlyMistake()
                        .fix())
                .isEqualTo("use one of: image, platforms");
    }

    @Test
    void unknownElementOfJibSaysThatJibHasIt() {
        assertThat(Binding.ofConfiguration("<from><dockerClient>a</dockerClient></from>")
                        .onlyMistake()
                        .fix())
                .isEqualTo("remove it: Jib has dockerClient, this plugin has not; docs/from-jib.md has the whole list");
        assertThat(Binding.ofConfiguration("<outputPaths/>").onlyMistake().fix())
                .startsWith("remove it: Jib has outputPaths, ");
    }

    @Test
    void unknownElementInsideAnItem() {
        assertThat(Binding.ofConfiguration(
                                "<from><platforms><platform><os>a</os><arch>b</arch></platform></platforms></from>")
                        .onlyMistake()
                        .where())
                .isEqualTo("<from><platforms><platform><arch> in app/pom.xml:4");
    }

    @Test
    void unknownParameter() {
        assertThat(Binding.ofConfiguration("<label/>").onlyMistake())
                .isEqualTo(new Problem(
                        "configuration-unknown-parameter",
                        "No goal of this plugin has a parameter 'label'.",
                        "<label> in app/pom.xml:4",
                        "write <labels>; valid here: cache, depth, flags, from, labels, mode, skip, to, variants"));
    }

    @Test
    void textWhereElementsAreExpected() {
        assertThat(Binding.ofConfiguration("<from>scratch</from>").onlyMistake())
                .isEqualTo(new Problem(
                        "configuration-needs-elements",
                        "<from> takes elements, not the text 'scratch'.",
                        "<from> in app/pom.xml:4",
                        "put the value into one of its elements: platforms, image"));
    }

    @Test
    void elementsWhereTextIsExpected() {
        assertThat(Binding.ofConfiguration("<to><image><name>a</name></image></to>")
                        .onlyMistake())
                .isEqualTo(new Problem(
                        "configuration-needs-text",
                        "<image> takes a text, not elements like 'name'.",
                        "<to><image> in app/pom.xml:4",
                        "write <image>VALUE</image>"));
    }

    @Test
    void elementsInAMapEntry() {
        assertThat(Binding.ofConfiguration("<labels><a><b>c</b></a></labels>")
                        .onlyMistake()
                        .id())
                .isEqualTo("configuration-needs-text");
    }

    @Test
    void textStaysAMistakeWhereAPropertyAddsAnElement() {
        assertThat(Binding.ofConfiguration("<from>scratch</from>")
                        .with("layered.from.image", "a")
                        .onlyMistake()
                        .id())
                .isEqualTo("configuration-needs-elements");
    }

    @Test
    void keysOfAnItemDirectlyInTheList() {
        assertThat(Binding.ofConfiguration("<from><platforms><os>linux</os></platforms></from>")
                        .onlyMistake())
                .isEqualTo(new Problem(
                        "configuration-missing-item",
                        "<os> stands directly in <platforms>, which holds one element per item.",
                        "<from><platforms><os> in app/pom.xml:4",
                        "write <platform> around the elements that belong together"));
    }

    @Test
    void sameElementTwice() {
        assertThat(Binding.ofConfiguration("<to><image>a</image>\n<image>b</image></to>")
                        .onlyMistake())
                .isEqualTo(new Problem(
                        "configuration-duplicate",
                        "<image> is given 2 times.",
                        "<to><image> in app/pom.xml:4 and app/pom.xml:5",
                        "keep one of them"));
    }

    @Test
    void sameParameterTwice() {
        assertThat(Binding.ofConfiguration("<mode>a</mode>\n<mode>a</mode>")
                        .onlyMistake()
                        .where())
                .isEqualTo("<mode> in app/pom.xml:4 and app/pom.xml:5");
    }

    @Test
    void sameMapEntryTwiceShowsNoValue() {
        assertThat(Binding.ofConfiguration("<labels><a>s3cret</a><a>b</a></labels>")
                        .onlyMistake()
                        .text())
                .contains("<a> is given 2 times")
                .doesNotContain("s3cret");
    }

    @Test
    void mapEntryWithoutEqualsSign() {
        assertThat(Binding.ofConfiguration("<labels>a=s3,cret</labels>").onlyMistake())
                .isEqualTo(new Problem(
                        "configuration-map-entry",
                        "Entry 2 of 2 in the text of <labels> is not of the form name=value.",
                        "<labels> in app/pom.xml:4",
                        "write name=value,name=value; a comma inside a value is written \\,"));
    }

    @Test
    void flagThatIsNeitherTrueNorFalse() {
        assertThat(Binding.ofConfiguration("<skip>ture</skip>").onlyMistake())
                .isEqualTo(new Problem(
                        "configuration-flag",
                        "'ture' is not true or false.",
                        "<skip> in app/pom.xml:4",
                        "write true or false"));
    }

    @Test
    void numberThatIsNone() {
        assertThat(Binding.ofConfiguration("<depth>1.5</depth>").onlyMistake())
                .isEqualTo(new Problem(
                        "configuration-number",
                        "'1.5' is not a whole number.",
                        "<depth> in app/pom.xml:4",
                        "write a whole number"));
    }

    @Test
    void undefinedPropertyIsAWarning() {
        SampleGoal goal = Binding.ofConfiguration("<flags><flag>${nowhere}</flag><flag>a</flag></flags>")
                .bind();

        assertThat(goal.flags).containsExactly("a");
        assertThat(goal.read.warnings())
                .containsExactly(new Problem(
                        "configuration-undefined-property",
                        "'${nowhere}' is not defined, so <flag> counts as not set.",
                        "<flags><flag> in app/pom.xml:4",
                        "define the property 'nowhere', or remove the element"));
    }

    @Test
    void expressionForAListOrAFlagIsResolvedFirst() {
        SampleGoal goal = Binding.ofConfiguration("<flags>${f}</flags><skip>${s}</skip>")
                .with("f", "a,b")
                .with("s", "true")
                .bind();

        assertThat(goal.read.mistakes()).isEmpty();
        assertThat(goal.flags).containsExactly("a", "b");
        assertThat(goal.skip).isTrue();
    }
}

package dev.layered.maven.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import java.util.List;
import org.codehaus.plexus.component.configurator.ConfigurationListener;
import org.junit.jupiter.api.Test;

class SecretElementsTest {

    @Test
    void unheardListenerIsToldOfEverythingButPasswords() {
        ConfigurationListener listener = mock(ConfigurationListener.class);
        ConfigurationListener unheard = SecretElements.unheard(listener);

        unheard.notifyFieldChangeUsingReflection("username", "ci", this);
        unheard.notifyFieldChangeUsingReflection("password", "hunter2", this);
        unheard.notifyFieldChangeUsingSetter("image", "a", this);
        unheard.notifyFieldChangeUsingSetter("password", "hunter2", this);

        verify(listener).notifyFieldChangeUsingReflection("username", "ci", this);
        verify(listener).notifyFieldChangeUsingSetter("image", "a", this);
        verifyNoMoreInteractions(listener);
        assertThat(SecretElements.unheard(null)).isNull();
    }

    @Test
    void textInPlaceOfAnElementWithPasswordIsNotShown() {
        Element auth = Element.text("auth", "ci:hunter2", Origin.line("pom.xml:3"));
        assertThat(Findings.needsElements(auth, "<to><auth>", List.of("username", "password"))
                        .text())
                .startsWith("<auth> takes elements, not a text. [configuration-needs-elements]")
                .doesNotContain("hunter2");
    }

    @Test
    void isInPomTellsPropertiesOfTheCommandLineFromOthers() {
        String pom = "<from><image>a</image></from>";
        assertThat(place(Binding.ofConfiguration(pom)).isInPom()).isTrue();
        assertThat(place(Binding.ofConfiguration(pom).with("layered.from.image", "b"))
                        .isInPom())
                .isFalse();
        Origin declared = Origin.line("pom.xml:3").declaring("a.b");
        assertThat(declared.isInPom()).isTrue();
        assertThat(declared.of("<to>")).isEqualTo("<properties><a.b> in pom.xml:3");
        assertThat(Origin.UNKNOWN.declaring("a.b").isInPom()).isFalse(); // of the settings
    }

    private static PomLocations place(Binding binding) {
        return binding.bind().read.locations().at("from", "image");
    }
}

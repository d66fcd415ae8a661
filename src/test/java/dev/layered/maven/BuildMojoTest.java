package dev.layered.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import dev.layered.failure.LayeredFailure;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.Test;

/** The harness tells a configurator nothing of the goal, so what ours checks is tested beside it and in src/it. */
@MojoTest
class BuildMojoTest {

    @Test
    @InjectMojo(goal = "build")
    @MojoParameter(name = "containerizingMode", value = "none")
    void mistakesBecomeOneMojoFailure(BuildMojo mojo) {
        mojo.project.setOriginalModel(new Model());
        when(mojo.session.getSettings()).thenReturn(new Settings());

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasCauseInstanceOf(LayeredFailure.class)
                .hasMessageContaining("'none'");
    }

    @Test
    @InjectMojo(goal = "build")
    @MojoParameter(name = "index", value = "always")
    void readsItsParametersAndDefaults(BuildMojo mojo) {
        assertThat(mojo.index).isEqualTo("always");
        assertThat(mojo.containerizingMode).isEqualTo("exploded");
        assertThat(mojo.skip).isFalse();
    }
}

package dev.layered.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.Test;

/** Whether goals believe what former runs found out, as the words of {@code reuse} are read: in any case. */
final class TrustTest {

    private static boolean isBuildTrusting(Properties user) {
        BuildMojo build = new BuildMojo();
        build.session = mock(MavenSession.class);
        when(build.session.getUserProperties()).thenReturn(user);
        return build.isTrusting();
    }

    private static Properties reuse(String word) {
        Properties user = new Properties();
        user.setProperty("layered.reuse", word);
        return user;
    }

    private static boolean isPushTrusting(String word) {
        PushMojo push = new PushMojo();
        push.reuse = word;
        return push.isTrusting();
    }

    @Test
    void isTrustingWhenNothingIsToBeReusedIsFalse() {
        assertThat(isBuildTrusting(reuse("none"))).isFalse();
        assertThat(isBuildTrusting(reuse("None"))).isFalse();
        assertThat(isPushTrusting("none")).isFalse();
        assertThat(isPushTrusting(" NONE ")).isFalse();
    }

    @Test
    void isTrustingWhenAnythingIsToBeReusedIsTrue() {
        assertThat(isBuildTrusting(new Properties())).isTrue();
        assertThat(isBuildTrusting(reuse("store"))).isTrue();
        assertThat(isPushTrusting("all")).isTrue();
    }
}

package dev.layered.registry.credential;

import dev.layered.outcome.BuildLog;
import java.time.Clock;
import java.time.Duration;

/** Another run, whose environment the test chooses: asks Google's default credentials for some registries. */
public final class GoogleProbe {

    private GoogleProbe() {}

    public static void main(String[] registries) {
        BuildLog log = new BuildLog() {
            @Override
            public void detail(String text) {
                System.out.println("detail: " + text);
            }
        };
        CredentialSource google = new GoogleDefaultCredentials(Duration.ofMinutes(1), Clock.systemUTC(), log);
        for (String registry : registries) {
            System.out.println(google.find(registry, "project/cart")
                    .map(found -> found.user() + " " + found.secret() + " " + found.source())
                    .orElse("none"));
        }
    }
}

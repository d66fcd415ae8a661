package dev.layered.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A digest cannot depend on the time of day, the zone, the language or chance: nobody who makes one asks for them. */
final class CircumstancesTest {

    private static final Pattern ASKS = Pattern.compile("java\\.time\\.\\w+\\.now|java\\.time\\.Clock\\.system\\w*"
            + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)|java\\.util\\.Date\\.<init>"
            + "|java\\.time\\.ZoneId\\.systemDefault|java\\.util\\.TimeZone\\.getDefault"
            + "|java\\.util\\.Locale\\.getDefault|java\\.util\\.UUID\\.randomUUID|java\\.util\\.Random\\.<init>"
            + "|java\\.lang\\.Math\\.random|java\\.nio\\.charset\\.Charset\\.defaultCharset");

    @Test
    void onlyStoreAndGoalsAskForCircumstances() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.layered");
        List<String> asking = classes.stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> ASKS.matcher(asked(access)).matches())
                .map(access -> access.getOriginOwner().getSimpleName() + " asks " + asked(access))
                .distinct()
                .sorted()
                .toList();
        assertThat(asking)
                .containsExactly(
                        // the age of temporary files, and their names
                        "AtomicFile asks java.time.Clock.systemUTC",
                        // how long a transfer took
                        "BlobTransfers asks java.lang.System.nanoTime",
                        // how long tokens last, and how long a registry is waited for
                        "CredentialSources asks java.time.Clock.systemUTC",
                        // how long a build took
                        "ImageMojo asks java.lang.System.nanoTime",
                        // whether a file is old enough for its times to tell of a change
                        "KnownFiles asks java.time.Clock.systemUTC",
                        // when a file of the store was of use last
                        "LastUse asks java.time.Clock.systemUTC",
                        "PushMojo asks java.lang.System.nanoTime",
                        "RegistryTimes asks java.time.Clock.systemUTC",
                        // how fast bytes move
                        "RunProgress asks java.lang.System.nanoTime",
                        // the time of creation, where a project asks for the present one
                        "SettingsInput asks java.time.Instant.now",
                        "Store asks java.time.Clock.systemUTC",
                        "StoreFolder asks java.util.UUID.randomUUID",
                        "StorePruning asks java.time.Clock.systemUTC",
                        "TempFiles asks java.util.UUID.randomUUID");
    }

    private static String asked(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getTarget().getName();
    }
}

package dev.layered.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.Problem;
import dev.layered.outcome.CheckOutcome;
import dev.layered.outcome.VerifyOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VerifyTableTest {

    private static final CheckOutcome RIGHT = new CheckOutcome("image", "1 index, 2 manifests", 0, 0);

    @Test
    void linesWhenAllIsRightEndWithOneThatSaysSo() {
        CheckOutcome layers = new CheckOutcome("layers", "6 layers", 50_600_000, 0);
        assertThat(lines(List.of(), RIGHT, layers))
                .containsExactly(
                        "target/layered/image: shop/cart:1.0",
                        "  check   looked at               bytes  result",
                        "  image   1 index, 2 manifests           right",
                        "  layers  6 layers              50.6 MB  right",
                        "The image is what it should be.");
    }

    @Test
    void linesWhenThereAreFaultsCountThem() {
        CheckOutcome one = new CheckOutcome("layers", "6 layers", 0, 1);
        CheckOutcome many = new CheckOutcome("record", "5 layers", 0, 250);
        assertThat(lines(List.of(new Problem("verify-entry", "a", "b", "c")), one, many))
                .containsExactly(
                        "target/layered/image: shop/cart:1.0",
                        "  check   looked at  bytes  result",
                        "  layers  6 layers          1 fault",
                        "  record  5 layers          250 faults");
    }

    private static List<String> lines(List<Problem> faults, CheckOutcome... checks) {
        return VerifyTable.lines(new VerifyOutcome(
                "target/layered/image", List.of("shop/cart:1.0"), List.of(checks), faults, List.of()));
    }
}

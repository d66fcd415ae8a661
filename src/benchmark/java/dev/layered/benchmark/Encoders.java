package dev.layered.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Collection;
import org.apache.commons.io.output.CountingOutputStream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/** Measures the encoder and the layer key by themselves, with JMH. */
final class Encoders {

    private Encoders() {}

    /** Takes the options of JMH, such as {@code -p corpus=CLASSES}. */
    public static void main(String[] arguments) throws IOException, RunnerException, CommandLineOptionException {
        Files.createDirectories(Choice.folder());
        Corpus.prepare();
        String options = Choice.text("jmh");
        CommandLineOptions asked = new CommandLineOptions(options.isEmpty() ? new String[0] : options.split(" "));
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .parent(asked)
                        .addProfiler(CpuTime.class)
                        .result(Choice.folder().resolve("encoders.csv").toString())
                        .resultFormat(ResultFormatType.CSV)
                        .build())
                .run();
        String table = table(results);
        Files.writeString(Choice.folder().resolve("encoders.md"), table);
        System.out.println(table);
    }

    private static String table(Collection<RunResult> results) throws IOException {
        StringBuilder table = new StringBuilder("| what | corpus | encoder | CPU, ms | wall, ms | bytes |\n|---|---|---|---|---|---|\n");
        for (RunResult result : results) {
            Corpus corpus = Corpus.valueOf(result.getParams().getParam("corpus"));
            String encoder = result.getParams().getParam("encoder");
            table.append("| %s | %s, %d files | %s | %s | %s | %s |\n"
                    .formatted(
                            result.getPrimaryResult().getLabel(),
                            corpus,
                            corpus.files().size(),
                            encoder == null ? "" : encoder,
                            milliseconds(result.getSecondaryResults().get("cpu").getStatistics()),
                            milliseconds(result.getPrimaryResult().getStatistics()),
                            encoder == null ? "" : size(corpus, Encoder.valueOf(encoder))));
        }
        return table.toString();
    }

    private static String milliseconds(Statistics values) {
        return new Spread(values.getMin(), values.getPercentile(50), values.getMax()).text("%.0f");
    }

    private static long size(Corpus corpus, Encoder encoder) throws IOException {
        CountingOutputStream out = new CountingOutputStream(OutputStream.nullOutputStream());
        encoder.write(corpus, out);
        return out.getByteCount();
    }
}

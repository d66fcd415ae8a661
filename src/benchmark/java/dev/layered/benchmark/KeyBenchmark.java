package dev.layered.benchmark;

import dev.layered.layer.Compression;
import dev.layered.layer.KeyedLayer;
import dev.layered.layer.LayerEntry;
import dev.layered.layer.LayerKeys;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Finds the key of a layer: that of 5,000 files, and that of the jars of an application. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
public class KeyBenchmark {

    /** What the layer is made of. */
    @Param({"CLASSES", "SMALL_JARS"})
    public Corpus corpus;

    private List<LayerEntry> entries;

    /** Names the files. */
    @Setup
    public void list() throws IOException {
        entries = corpus.entries();
    }

    /** Finds it once. */
    @Benchmark
    public KeyedLayer key() {
        return LayerKeys.key(entries, Compression.GZIP);
    }
}

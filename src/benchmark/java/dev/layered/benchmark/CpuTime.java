package dev.layered.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** Adds the processor time of all threads to what JMH tells. */
public final class CpuTime implements InternalProfiler {

    private static final double MILLISECOND = 1e6;

    private final OperatingSystemMXBean system =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long start;

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        start = system.getProcessCpuTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double time = (system.getProcessCpuTime() - start) / MILLISECOND;
        double each = time / result.getMetadata().getAllOps();
        return List.of(new ScalarResult("cpu", each, "ms/op", AggregationPolicy.AVG));
    }

    @Override
    public String getDescription() {
        return "processor time of the process";
    }
}

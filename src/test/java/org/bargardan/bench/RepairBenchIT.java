package org.bargardan.bench;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// How many characters a second the repair engine takes, on one core. `./bargardan bench repair`
@Tag("bench")
class RepairBenchIT {

    private static final double MILLION = 1e6;

    private final Figures figures = new Figures("repair");

    @Test
    void textsAreRepairedByOneThread() throws Exception {
        var options =
                new OptionsBuilder()
                        .include(RepairSpeed.class.getName())
                        .mode(Mode.Throughput)
                        .threads(1)
                        .forks(1)
                        // So that collecting garbage takes time of the same core.
                        .jvmArgs("-XX:+UseSerialGC", "-Xmx1g")
                        .warmupIterations(5)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(3))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build();
        for (var result : new Runner(options).run()) {
            var name = result.getParams().getParam("text");
            long characters = RepairSpeed.texts(name).stream().mapToLong(String::length).sum();
            var rate = result.getPrimaryResult();
            if (characters > 0) {
                figures.say(
                        "%s: %d characters, %.2f ± %.2f million a second",
                        name,
                        characters,
                        rate.getScore() * characters / MILLION,
                        rate.getScoreError() * characters / MILLION);
            }
        }
    }
}

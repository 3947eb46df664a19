package org.bargardan.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bargardan.bench.MeasuredServer.Database;
import org.bargardan.kill.Ledger.Attempt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How long one client waits for one confirmed rendering, over HTTP on this machine, from the
/// request to the answer. `./bargardan bench save`
@Tag("bench")
class SaveBenchIT {

    private static final int WARM_UP = 200;
    private static final int MEASURED = 300;

    @TempDir private Path folder;
    private final Figures figures = new Figures("save");

    @ParameterizedTest
    @EnumSource
    void oneClientConfirmsOneRenderingAfterTheOther(Database database) throws Exception {
        try (var server = MeasuredServer.start(database, folder)) {
            var renderings = server.api().renderings(server.document(WARM_UP + MEASURED)).values();
            var times = new ArrayList<Duration>();
            for (var rendering : renderings) {
                var text = "خانه‌ای که در آن نامه‌ها را می‌نوشتند، شماره‌ی " + times.size();
                long began = System.nanoTime();
                server.api()
                        .confirm(new Attempt(rendering.id(), rendering.version(), text))
                        .orThrow(200);
                times.add(Duration.ofNanos(System.nanoTime() - began));
            }
            var measured = List.copyOf(times.subList(WARM_UP, times.size()));
            figures.say(
                    "%s: %d saves after %d to warm up, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms",
                    database,
                    measured.size(),
                    WARM_UP,
                    Figures.percentile(50, measured),
                    Figures.percentile(95, measured),
                    Figures.percentile(99, measured));
        }
    }
}

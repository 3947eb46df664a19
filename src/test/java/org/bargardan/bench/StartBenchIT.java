package org.bargardan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.bargardan.PackagedApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long a new process takes to answer with its first page, with and without the JDK's AOT
/// cache; both on a data folder that has its tables already. `./bargardan bench start`
@Tag("bench")
class StartBenchIT {

    private static final int TIMES = 3;
    private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

    @TempDir private Path folder;
    private final Figures figures = new Figures("start");

    @Test
    void fromNothingToTheFirstPage() throws Exception {
        var cache = folder.resolve("bargardan.aot");
        start(NATIVE, "-XX:AOTCacheOutput=" + cache, "-Xlog:aot=off");
        assertThat(cache).exists();
        figures.say("the AOT cache has %d MB", Files.size(cache) / 1_000_000);
        var plain = new double[TIMES];
        var cached = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            plain[i] = start(NATIVE).toMillis();
            cached[i] = start(NATIVE, "-XX:AOTCache=" + cache, "-Xlog:aot=off").toMillis();
            figures.say("run %d: plain %.0f ms, AOT cache %.0f ms", i + 1, plain[i], cached[i]);
        }
        figures.say(
                "median of %d: plain %.0f ms, AOT cache %.0f ms",
                TIMES, Figures.median(plain), Figures.median(cached));
    }

    private Duration start(String... javaOptions) throws Exception {
        long began = System.nanoTime();
        try (var app = PackagedApplication.on(folder.resolve("data")).java(javaOptions).start();
                var client = HttpClient.newHttpClient()) {
            var page = HttpRequest.newBuilder(app.address().resolve("setup")).build();
            assertThat(client.send(page, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }
}

package org.bargardan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bargardan.bench.MeasuredServer.Database;
import org.bargardan.kill.Api;
import org.bargardan.kill.Ledger.Attempt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Fifty programs confirm at once: first each its own segments, then all the same few, where most
/// meet a conflict and send again from the version they were shown. Everything is read back.
/// `./bargardan bench clients`
@Tag("bench")
class ClientsBenchIT {

    private static final int CLIENTS = 50;
    private static final int OWN_SEGMENTS = 10;
    private static final int SHARED_SEGMENTS = 5;
    private static final int SAVES_EACH = 10;
    private static final int WARM_UP = 300;

    @TempDir private Path folder;
    private final Figures figures = new Figures("clients");

    @ParameterizedTest
    @EnumSource
    void nothingOfWhatFiftyClientsConfirmAtOnceIsLost(Database database) throws Exception {
        try (var server = MeasuredServer.start(database, folder)) {
            warmUp(server);
            onDifferentSegments(server, database);
            onTheSameSegments(server, database);
        }
    }

    private static void warmUp(MeasuredServer server) throws Exception {
        for (var seen : server.api().renderings(server.document(WARM_UP)).values()) {
            server.api().confirm(new Attempt(seen.id(), seen.version(), "گرم")).orThrow(200);
        }
    }

    private void onDifferentSegments(MeasuredServer server, Database database) throws Exception {
        var document = server.document(CLIENTS * OWN_SEGMENTS);
        var all = List.copyOf(server.api().renderings(document).values());
        var sent = new ConcurrentHashMap<UUID, String>();
        Queue<Duration> times = new ConcurrentLinkedQueue<>();
        var took =
                atOnce(client -> {
                    int first = client * OWN_SEGMENTS;
                    for (var seen : all.subList(first, first + OWN_SEGMENTS)) {
                        var text = "سطرِ مترجمِ " + client + ": " + seen.id();
                        var attempt = new Attempt(seen.id(), seen.version(), text);
                        timed(server.api(), attempt, times).orThrow(200);
                        sent.put(seen.id(), text);
                    }
                });
        var read = server.api().renderings(document);
        assertThat(sent).hasSize(CLIENTS * OWN_SEGMENTS);
        long lost =
                sent.entrySet().stream()
                        .filter(entry -> !read.get(entry.getKey()).text().equals(entry.getValue()))
                        .count();
        figures.say(
                "%s, different segments: %d saves, %.0f a second, p50 %.0f ms, p95 %.0f ms, %d lost",
                database,
                sent.size(),
                perSecond(sent.size(), took),
                Figures.percentile(50, times),
                Figures.percentile(95, times),
                lost);
        assertThat(lost).isZero();
    }

    /// Each acknowledged save has raised the version by one and no two were acknowledged with the
    /// same, so the versions read back count what is kept.
    private void onTheSameSegments(MeasuredServer server, Database database) throws Exception {
        var document = server.document(SHARED_SEGMENTS);
        var before = server.api().renderings(document);
        var ids = List.copyOf(before.keySet());
        var acknowledged = new ConcurrentHashMap<Place, String>();
        Queue<Duration> times = new ConcurrentLinkedQueue<>();
        var took =
                atOnce(client -> {
                    for (int save = 0; save < SAVES_EACH; save++) {
                        var id = ids.get((client + save) % SHARED_SEGMENTS);
                        var text = "سطرِ مترجمِ " + client + "، بارِ " + save;
                        var place = untilSaved(server.api(), before.get(id), text, times);
                        assertThat(acknowledged.putIfAbsent(place, text)).isNull();
                    }
                });
        long lost = 0;
        for (var seen : server.api().renderings(document).values()) {
            long kept = seen.version() - before.get(seen.id()).version();
            long known =
                    acknowledged.keySet().stream()
                            .filter(place -> place.rendering().equals(seen.id()))
                            .count();
            lost += Math.abs(known - kept);
            assertThat(acknowledged.get(new Place(seen.id(), seen.version())))
                    .isEqualTo(seen.text());
        }
        figures.say(
                "%s, the same %d segments: %d saves in %d requests, %.0f requests a second,"
                        + " p95 %.0f ms, %d lost",
                database,
                SHARED_SEGMENTS,
                acknowledged.size(),
                times.size(),
                perSecond(times.size(), took),
                Figures.percentile(95, times),
                lost);
        assertThat(acknowledged).hasSize(CLIENTS * SAVES_EACH);
        assertThat(lost).isZero();
    }

    private static Place untilSaved(Api api, Api.Seen first, String text, Queue<Duration> times)
            throws Exception {
        long version = first.version();
        while (true) {
            var answer = timed(api, new Attempt(first.id(), version, text), times);
            if (answer.status() == 200) {
                return new Place(first.id(), answer.body().get("version").asLong());
            }
            version = answer.orThrow(409).body().get("current").get("version").asLong();
        }
    }

    private static Api.Answer timed(Api api, Attempt attempt, Queue<Duration> times)
            throws Exception {
        long began = System.nanoTime();
        var answer = api.confirm(attempt);
        times.add(Duration.ofNanos(System.nanoTime() - began));
        return answer;
    }

    private static Duration atOnce(Work work) throws Exception {
        var together = new CyclicBarrier(CLIENTS + 1);
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var clients = new ArrayList<Future<Void>>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                Callable<Void> task =
                        () -> {
                            together.await();
                            work.of(client);
                            return null;
                        };
                clients.add(threads.submit(task));
            }
            together.await();
            long began = System.nanoTime();
            for (var client : clients) {
                client.get();
            }
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }

    private static double perSecond(int count, Duration took) {
        return count * 1e3 / took.toMillis();
    }

    /// A version of a rendering.
    private record Place(UUID rendering, long version) {}

    /// What one of the clients does.
    private interface Work {
        void of(int client) throws Exception;
    }
}

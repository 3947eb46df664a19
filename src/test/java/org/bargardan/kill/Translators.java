package org.bargardan.kill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.bargardan.kill.Ledger.Attempt;

/// Eight clients who confirm renderings of one document without pause, until the application is
/// gone; each sends the version it last saw, so that they often cross.
final class Translators implements AutoCloseable {

    private static final int COUNT = 8;
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final AtomicLong SERIAL = new AtomicLong();

    private static final List<String> PIECES =
            List.of(
                    "می‌رود",
                    "خانه‌ی",
                    "کتاب‌ها",
                    "آن‌ها",
                    "را",
                    "در",
                    "و",
                    "سپیده‌دم",
                    "«نامه»",
                    "the lamp",
                    "were",
                    "free",
                    "printing-press",
                    "1343",
                    "۱۳۴۳",
                    "…",
                    "\"so\"",
                    "<b>&amp;",
                    "🕯",
                    "e\u0301",
                    "\\n",
                    "خُرد",
                    "ك",
                    "؟");

    private final ExecutorService threads = Executors.newFixedThreadPool(COUNT);
    private final List<Future<?>> working = new ArrayList<>();

    private Translators() {}

    static Translators start(Api api, Map<UUID, Api.Seen> renderings, Ledger ledger, long seed) {
        var all = new Translators();
        for (int i = 0; i < COUNT; i++) {
            var random = new Random(seed + i);
            all.working.add(
                    all.threads.submit(() -> confirmUntilGone(api, renderings, ledger, random)));
        }
        return all;
    }

    /// Whether nobody has stopped, which before the kill would be a failure of the application.
    boolean allAtWork() {
        return working.stream().noneMatch(Future::isDone);
    }

    /// Waits until everybody has noticed that the application is gone.
    void join() throws Exception {
        for (var one : working) {
            one.get();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static void confirmUntilGone(
            Api api, Map<UUID, Api.Seen> renderings, Ledger ledger, Random random) {
        var ids = List.copyOf(renderings.keySet());
        var versions = new HashMap<UUID, Long>();
        renderings.values().forEach(seen -> versions.put(seen.id(), seen.version()));
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var id = ids.get(random.nextInt(ids.size()));
                var attempt = new Attempt(id, versions.get(id), text(random));
                ledger.sent(attempt);
                var answer = api.confirm(attempt);
                switch (answer.status()) {
                    case OK -> {
                        ledger.acknowledged(attempt);
                        versions.put(id, answer.body().get("version").asLong());
                    }
                    case CONFLICT -> {
                        ledger.refused(attempt);
                        versions.put(id, answer.body().get("current").get("version").asLong());
                    }
                    default -> answer.orThrow(OK);
                }
            }
        } catch (IOException _) {
            // The application is gone, and with it the answer to the last attempt.
        }
    }

    /// About 100 to 300 characters that were never sent before.
    private static String text(Random random) {
        var text = new StringBuilder("متن " + SERIAL.incrementAndGet());
        int length = 100 + random.nextInt(200);
        while (text.length() < length) {
            text.append(' ').append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}

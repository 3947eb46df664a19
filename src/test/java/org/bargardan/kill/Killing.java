package org.bargardan.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bargardan.PackagedApplication;

/// Kills the packaged application at random instants of its work, starts it again on the same data,
/// and compares what it holds with what its clients know.
final class Killing implements AutoCloseable {

    private static final int RENDERINGS = 100;
    private static final int EARLIEST_MILLIS = 300;
    private static final int LATEST_MILLIS = 3_000;

    private final Store store;
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final PackagedApplication app;
    private Api api;

    Killing(Store store) {
        this.store = store;
        say("-Dseed=" + seed);
        app =
                store.setup()
                        .with("BARGARDAN_ADMIN_USERNAME", Api.LOGIN)
                        .with("BARGARDAN_ADMIN_PASSWORD", Api.PASSWORD)
                        .start();
        api = new Api(app.address());
    }

    /// When the memory is compared: looking into H2 costs a start of the application.
    enum Memory {
        AFTER_EACH_KILL,
        AFTER_THE_LAST_KILL
    }

    /// Whatever was acknowledged is kept, and nothing else but what was on its way.
    void whileEightConfirm(int kills, Memory memory) throws Exception {
        var book = Book.generate(0, RENDERINGS, random);
        var document = document(api.importBook(api.createProject("Confirmed"), book));
        var ledger = new Ledger();
        for (int kill = 1; kill <= kills; kill++) {
            int before = ledger.size();
            int delay = EARLIEST_MILLIS + random.nextInt(LATEST_MILLIS - EARLIEST_MILLIS);
            confirmUntilKilled(document, ledger, delay);
            var left = store.left(database -> Proofs.consistent(database, document));
            assertThat(ledger.lost(left.revisions())).as("acknowledged and lost").isEmpty();
            assertThat(ledger.unexplained(left.revisions())).as("never sent").isEmpty();
            restart();
            var seen = api.renderings(document);
            assertThat(seen).hasSize(RENDERINGS);
            for (var row : left.renderings()) {
                assertThat(seen)
                        .containsEntry(row.id(), new Api.Seen(row.id(), row.version(), row.text()));
            }
            if (kill == kills || memory == Memory.AFTER_EACH_KILL) {
                awaitWorkingMemory(document);
            }
            say(
                    "kill %d of %d after %d ms: %d acknowledged, in all %d and %d unanswered (%d of them stored), 0 lost"
                            .formatted(
                                    kill,
                                    kills,
                                    delay,
                                    ledger.size() - before,
                                    ledger.size(),
                                    ledger.unanswered(),
                                    ledger.storedUnanswered(left.revisions())));
        }
        assertThat(ledger.size()).isGreaterThan(kills);
    }

    /// A document is whole or not there at all, on a database without other documents.
    void duringImports(int kills, int sentences) throws Exception {
        var project = api.createProject("Imported");
        var books = new HashMap<String, Book>();
        var answered = new ArrayList<String>();
        var first = book(books, sentences);
        long began = System.nanoTime();
        document(api.importBook(project, first));
        answered.add(first.fileName());
        int wholeMillis = (int) Duration.ofNanos(System.nanoTime() - began).toMillis();
        int whole = 1;
        for (int kill = 1; kill <= kills; kill++) {
            var book = book(books, sentences);
            int delay = random.nextInt(wholeMillis);
            if (importUntilKilled(project, book, delay)) {
                answered.add(book.fileName());
            }
            var there = booksThere(project, books);
            assertThat(there).containsAll(answered);
            restart();
            whole += there.contains(book.fileName()) ? 1 : 0;
            say(
                    "kill %d of %d after %d of about %d ms of an import: %s"
                            .formatted(
                                    kill,
                                    kills,
                                    delay,
                                    wholeMillis,
                                    there.contains(book.fileName())
                                            ? "it is there, whole"
                                            : "nothing of it is there"));
            if (kill == kills && !there.contains(book.fileName())) {
                // What a kill undid does not stand in the way of doing it again.
                document(api.importBook(project, book));
                whole++;
            }
        }
        app.kill();
        assertThat(booksThere(project, books)).hasSize(whole);
    }

    @Override
    public void close() throws IOException {
        api.close();
        app.close();
        store.close();
    }

    private void confirmUntilKilled(UUID document, Ledger ledger, int delay) throws Exception {
        var renderings = api.renderings(document);
        try (var translators = Translators.start(api, renderings, ledger, random.nextLong())) {
            after(
                    delay,
                    () -> {
                        assertThat(translators.allAtWork()).isTrue();
                        app.kill();
                    });
            translators.join();
        }
    }

    /// Whether it was answered before the kill.
    private boolean importUntilKilled(UUID project, Book book, int delay) throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<Boolean> importing =
                    threads.submit(() -> {
                        try {
                            document(api.importBook(project, book));
                            return true;
                        } catch (IOException _) {
                            return false;
                        }
                    });
            after(delay, app::kill);
            return importing.get();
        }
    }

    private List<String> booksThere(UUID project, Map<String, Book> books) {
        return store.left(database -> Proofs.booksAreWhole(database, project, books));
    }

    private void awaitWorkingMemory(UUID document) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() ->
                        store.now(
                                app,
                                database -> {
                                    Proofs.workingMemoryIsExactly(database, document);
                                    return document;
                                }));
        reconnect();
    }

    private Book book(Map<String, Book> books, int sentences) {
        var book = Book.generate(books.size() + 1, sentences, random);
        books.put(book.fileName(), book);
        return book;
    }

    private static UUID document(Api.Answer imported) {
        return UUID.fromString(imported.orThrow(201).body().get("document").asString());
    }

    private static void after(int millis, Runnable action) throws Exception {
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            timer.schedule(action, millis, TimeUnit.MILLISECONDS).get();
        }
    }

    private void restart() {
        app.restartOnSameData();
        reconnect();
    }

    private void reconnect() {
        api.close();
        api = new Api(app.address());
    }

    private void say(String what) {
        System.out.println(store.name() + ": " + what);
    }
}

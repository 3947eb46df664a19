package org.bargardan.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.bargardan.PackagedApplication;
import org.bargardan.kill.Api;
import org.bargardan.kill.Book;

/// The packaged application as the launcher runs it, on one of its databases, with a client of its
/// administrator.
final class MeasuredServer implements AutoCloseable {

    private final AutoCloseable database;
    private final PackagedApplication app;
    private final Api api;

    private MeasuredServer(AutoCloseable database, PackagedApplication.Setup setup) {
        this.database = database;
        app =
                setup.java("--enable-native-access=ALL-UNNAMED")
                        .with("BARGARDAN_ADMIN_USERNAME", Api.LOGIN)
                        .with("BARGARDAN_ADMIN_PASSWORD", Api.PASSWORD)
                        .start();
        api = new Api(app.address());
    }

    /// The databases that the application runs on.
    enum Database {
        H2,
        POSTGRESQL
    }

    static MeasuredServer start(Database database, Path folder) throws IOException {
        var setup = PackagedApplication.on(folder.resolve("data-" + database));
        return switch (database) {
            case H2 -> new MeasuredServer(() -> {}, setup);
            case POSTGRESQL -> {
                var server = EmbeddedPostgres.start();
                yield new MeasuredServer(
                        server,
                        setup.with("BARGARDAN_DB_URL", server.getJdbcUrl("postgres", "postgres"))
                                .with("BARGARDAN_DB_USER", "postgres"));
            }
        };
    }

    Api api() {
        return api;
    }

    /// A document with that many segments.
    UUID document(int segments) throws IOException {
        var project = api.createProject("Measured " + segments);
        var imported = api.importBook(project, Book.generate(segments, segments, new Random(1)));
        return UUID.fromString(imported.orThrow(201).body().get("document").asString());
    }

    @Override
    public void close() throws Exception {
        api.close();
        app.close();
        database.close();
    }
}

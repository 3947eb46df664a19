package org.bargardan.kill;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.bargardan.PackagedApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The database of an application that gets killed, and a second way to look into it.
sealed interface Store extends AutoCloseable {

    String name();

    PackagedApplication.Setup setup();

    /// What a killed application left, before it starts again.
    <T> T left(Function<JdbcClient, T> look);

    /// What a running application has made of it; the application may be another start afterwards.
    <T> T now(PackagedApplication app, Function<JdbcClient, T> look);

    @Override
    void close() throws IOException;

    /// H2 in the data folder, as the application has it by default. Only one process may open it,
    /// so what is looked at is a copy, made while the application does not run.
    record H2(Path folder) implements Store {

        private static final String FILE = "bargardan.mv.db";

        @Override
        public String name() {
            return "H2";
        }

        @Override
        public PackagedApplication.Setup setup() {
            return PackagedApplication.on(folder.resolve("data"));
        }

        @Override
        public <T> T left(Function<JdbcClient, T> look) {
            var copy = folder.resolve("copy");
            try {
                Files.createDirectories(copy);
                Files.copy(
                        folder.resolve("data").resolve(FILE),
                        copy.resolve(FILE),
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return look("jdbc:h2:file:" + copy.resolve("bargardan") + ";" + settings(), "sa", look);
        }

        @Override
        public <T> T now(PackagedApplication app, Function<JdbcClient, T> look) {
            app.close();
            try {
                return left(look);
            } finally {
                app.restartOnSameData();
            }
        }

        @Override
        public void close() {}

        private static String settings() {
            var properties = new Properties();
            try (var file = Store.class.getResourceAsStream("/application.properties")) {
                properties.load(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return properties.getProperty("bargardan.h2-settings");
        }
    }

    /// PostgreSQL, which lives on while the application is killed.
    record Postgres(Path folder, EmbeddedPostgres server) implements Store {

        private static final String USER = "postgres";

        static Postgres start(Path folder) throws IOException {
            return new Postgres(folder, EmbeddedPostgres.start());
        }

        @Override
        public String name() {
            return "PostgreSQL";
        }

        @Override
        public PackagedApplication.Setup setup() {
            return PackagedApplication.on(folder.resolve("data"))
                    .with("BARGARDAN_DB_URL", url())
                    .with("BARGARDAN_DB_USER", USER);
        }

        @Override
        public <T> T left(Function<JdbcClient, T> look) {
            return look(
                    url(),
                    USER,
                    database -> {
                        // A commit that was on its way is still made after the kill.
                        Awaitility.await()
                                .atMost(Duration.ofMinutes(1))
                                .until(() -> othersConnected(database) == 0);
                        return look.apply(database);
                    });
        }

        @Override
        public <T> T now(PackagedApplication app, Function<JdbcClient, T> look) {
            return look(url(), USER, look);
        }

        @Override
        public void close() throws IOException {
            server.close();
        }

        private String url() {
            return server.getJdbcUrl(USER, USER);
        }

        private static long othersConnected(JdbcClient database) {
            return database.sql(
                            """
                            select count(*) from pg_stat_activity
                            where datname = current_database() and pid <> pg_backend_pid()
                            """)
                    .query(Long.class)
                    .single();
        }
    }

    private static <T> T look(String url, String user, Function<JdbcClient, T> look) {
        var connection = new SingleConnectionDataSource(url, user, "", true);
        try {
            return look.apply(JdbcClient.create(connection));
        } finally {
            connection.destroy();
        }
    }
}

package org.bargardan.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bargardan.account.AuditAction;
import org.bargardan.account.AuditLog;
import org.bargardan.base.DataFolder;
import org.flywaydb.core.Flyway;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// `./bargardan backup FILE` and `./bargardan restore FILE`: the launcher's commands that work on
/// the database without the server, with the server's own settings.
public final class BackupCommand {

    private static final String H2_FILE = "jdbc:h2:file:";

    /// A sentence is said here; Spring's report of the same would be a page.
    private static final List<String> QUIETLY =
            List.of(
                    "--logging.level.root=off",
                    "--logging.level.org.bargardan=off",
                    "--logging.level.org.flywaydb=off",
                    "--spring.main.lazy-initialization=true",
                    "--spring.datasource.hikari.connection-timeout=10000");

    private BackupCommand() {}

    /// Exits with 1, after one sentence, if the command cannot be done.
    ///
    /// @param args the command, the file, and options for Spring such as `--bargardan.data=…`
    public static void main(String[] args) {
        int exitCode = 1;
        try {
            System.out.println(
                    run(args[0], Path.of(args[1]), Arrays.copyOfRange(args, 2, args.length)));
            exitCode = 0;
        } catch (BackupRefusedException e) {
            System.err.println("bargardan: " + e.getMessage());
        } catch (DataFolder.InUseException e) {
            System.err.println(e.getMessage());
        } catch (IOException | SQLException | RuntimeException e) {
            System.err.println(
                    "bargardan: the %s failed: %s.".formatted(args[0], Sentences.reason(e)));
        }
        System.exit(exitCode);
    }

    /// What to say when it is done.
    private static String run(String command, Path file, String... options)
            throws IOException, SQLException {
        return switch (command) {
            case "backup" -> backUp(file, options);
            case "restore" -> restore(file, options);
            default -> throw new IllegalArgumentException("no command " + command);
        };
    }

    private static String backUp(Path file, String... options) throws IOException, SQLException {
        try (var context = start(new ThereIsADatabase(), options)) {
            var dataSource = context.getBean(DataSource.class);
            int schema =
                    Schema.current(Flyway.configure().dataSource(dataSource).load())
                            .orElseThrow(() ->
                                    new BackupRefusedException(
                                            "there is nothing to back up in "
                                                    + place(context)
                                                    + "."));
            var writing = new BackupWriting(dataSource);
            OwnerOnlyFile.write(
                    file,
                    out -> writing.write(schema, context.getBean(Clock.class).instant(), out));
            context.getBean(AuditLog.class)
                    .add(AuditAction.BACKED_UP, "backup:command", "schema " + schema);
        } catch (DataFolder.InUseException e) {
            OwnerOnlyFile.write(
                    file,
                    out -> {
                        ControlSocket.ask(e.folder(), out);
                        return file;
                    });
        }
        return "%s (%s)".formatted(file, Sentences.size(Files.size(file)));
    }

    private static String restore(Path file, String... options) throws IOException, SQLException {
        try (var context = start(_ -> {}, options)) {
            var dataSource = context.getBean(DataSource.class);
            var manifest = new Restoring(dataSource, place(context)).restore(file);
            context.getBean(AuditLog.class)
                    .add(
                            AuditAction.RESTORED,
                            "backup:" + file.getFileName(),
                            "schema " + manifest.schemaVersion());
            return String.format(
                    Locale.ROOT,
                    "%s restored into %s: %,d rows and %,d stored files of %s.",
                    file,
                    place(context),
                    manifest.tables().stream().mapToLong(Manifest.Rows::rows).sum(),
                    manifest.files().count(),
                    manifest.createdAt());
        }
    }

    private static ConfigurableApplicationContext start(
            ApplicationListener<ApplicationEnvironmentPreparedEvent> first, String... options) {
        return new SpringApplicationBuilder(Needed.class)
                .web(WebApplicationType.NONE)
                .listeners(first, new DataFolder())
                .run(Stream.concat(Stream.of(options), QUIETLY.stream()).toArray(String[]::new));
    }

    private static String place(ApplicationContext context) {
        var url = context.getEnvironment().getRequiredProperty("spring.datasource.url");
        // What follows may hold a password.
        return "the database " + url.replaceFirst("[;?].*", "");
    }

    /// The few beans that the commands need; found by no scan, so that the server has none of it.
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JooqAutoConfiguration.class
    })
    @Import(AuditLog.class)
    static class Needed {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    /// Before a folder or a file is made for a database that is not there.
    private static final class ThereIsADatabase
            implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
            var url = prepared.getEnvironment().getProperty("spring.datasource.url", "");
            if (url.startsWith(H2_FILE)) {
                var file = url.substring(H2_FILE.length()).replaceFirst(";.*", "") + ".mv.db";
                if (Files.notExists(Path.of(file))) {
                    throw new BackupRefusedException("there is no database " + file + ".");
                }
            }
        }
    }
}

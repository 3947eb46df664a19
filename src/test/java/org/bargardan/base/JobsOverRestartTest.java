package org.bargardan.base;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.bargardan.BargardanApplication;
import org.bargardan.Rehearsal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.context.servlet.AnnotationConfigServletWebApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockServletContext;

/// A server with its H2 file that is stopped amid a job, and started again.
@Tag("slow")
class JobsOverRestartTest {

    private static final UUID SARA_ID = UUID.randomUUID();
    private static final Actor SARA = () -> SARA_ID;

    @TempDir private Path folder;

    @Test
    void aJobThatAStopMeetsIsDoneByTheNextServer() throws Exception {
        var begun = new CountDownLatch(1);
        JobId id;
        try (var server = start()) {
            server.getBean(Rehearsal.class)
                    .learn(
                            "a book",
                            job -> {
                                begun.countDown();
                                for (long done = 1; ; done++) {
                                    job.progress(done, 0);
                                    Thread.onSpinWait();
                                }
                            });
            id = server.getBean(Jobs.class).start(Rehearsal.KIND, "a book", SARA);
            assertThat(begun.await(20, SECONDS)).isTrue();
        }
        assertThat(state(id)).isEqualTo("waiting");
        try (var next = start()) {
            var jobs = next.getBean(Jobs.class);
            await().until(() -> jobs.get(id, SARA).state().hasEnded());
            assertThat(jobs.get(id, SARA).report()).isEqualTo("a book");
        }
    }

    /// As in other tests of services, no port is opened.
    private ConfigurableApplicationContext start() {
        var application = new SpringApplication(BargardanApplication.class, Rehearsal.class);
        application.setApplicationContextFactory(type -> {
            var context = new AnnotationConfigServletWebApplicationContext();
            context.setServletContext(new MockServletContext());
            return context;
        });
        return application.run("--bargardan.data=" + folder, "--spring.datasource.url=" + url());
    }

    private String state(JobId id) throws SQLException {
        try (var connection = DriverManager.getConnection(url(), "sa", "");
                var statement =
                        connection.prepareStatement("select state from base_job where id = ?")) {
            statement.setObject(1, id.value());
            try (var row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    private String url() {
        return "jdbc:h2:file:"
                + folder.resolve("house")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
    }
}

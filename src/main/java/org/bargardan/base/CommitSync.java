package org.bargardan.base;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Brings what an H2 file holds to the disk itself within a second of its commit, so that it
/// outlives a power cut; H2 alone hands a commit to the operating system and goes on.
///
/// It watches H2's count of writes instead of listening for commits: no way of committing, be it
/// jOOQ, plain JDBC or a migration, passes by it.
@Component
class CommitSync implements InitializingBean, DisposableBean {

    /// Half of what is promised, as a round begins late while another one syncs.
    static final Duration PAUSE = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(CommitSync.class);

    private final boolean needed;
    private final Source source;
    private final ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("commit-sync").factory());
    private @Nullable Connection connection;
    private long synced = -1;
    private boolean failing;

    /// Has a connection of its own, since one of the pool may be long in coming. The data source is
    /// asked for so that this ends before it.
    @Autowired
    CommitSync(Environment environment, DataSource endsLater) {
        this(
                environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:file:"),
                () ->
                        DriverManager.getConnection(
                                environment.getRequiredProperty("spring.datasource.url"),
                                environment.getProperty("spring.datasource.username", ""),
                                environment.getProperty("spring.datasource.password", "")));
    }

    CommitSync(boolean needed, Source source) {
        this.needed = needed;
        this.source = source;
    }

    @Override
    public void afterPropertiesSet() {
        if (needed) {
            long millis = PAUSE.toMillis();
            var _ =
                    rounds.scheduleWithFixedDelay(
                            this::round, millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void destroy() {
        rounds.close();
        if (needed) {
            round();
            letGo();
        }
    }

    /// Syncs if anything was written since the last time. What fails is tried again in the next
    /// round, and told once.
    ///
    /// @return whether it synced
    synchronized boolean round() {
        try {
            var open = connection == null ? source.open() : connection;
            connection = open;
            long written = writes(open);
            if (written == synced) {
                return false;
            }
            try (var statement = open.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
            // The count from before: a commit meanwhile is the next round's.
            synced = written;
            failing = false;
            return true;
        } catch (SQLException | RuntimeException e) {
            if (!failing) {
                LOG.error("confirmed work may not be on the disk yet; trying on", e);
            }
            failing = true;
            letGo();
            return false;
        }
    }

    private static long writes(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                select setting_value from information_schema.settings
                                where setting_name = 'info.FILE_WRITE'
                                """)) {
            if (!row.next()) {
                throw new SQLException("H2 does not say how often it wrote");
            }
            return row.getLong(1);
        }
    }

    private synchronized void letGo() {
        try (var _ = connection) {
            connection = null;
        } catch (SQLException e) {
            LOG.debug("a broken connection did not close", e);
        }
    }

    /// Where connections come from.
    @FunctionalInterface
    interface Source {
        Connection open() throws SQLException;
    }
}

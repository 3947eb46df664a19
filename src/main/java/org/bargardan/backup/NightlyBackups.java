package org.bargardan.backup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bargardan.account.Users;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Makes one backup a night, and at once where a night was missed.
///
/// It looks at the clock every minute instead of waiting for an hour to come: a laptop that slept
/// through the night wakes up with the time of its timers stopped.
@Component
class NightlyBackups implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyBackups.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofHours(1);

    private final Backups backups;
    private final Users users;
    private final Clock clock;
    private final @Nullable LocalTime at;
    private final ScheduledExecutorService minutes =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("nightly-backup").factory());
    private Instant notBefore = Instant.MIN;

    /// @param at the time of day on this machine, such as `03:30`; empty for no nightly backups
    @Autowired
    NightlyBackups(
            Backups backups, Users users, Clock clock, @Value("${bargardan.backup.at}") String at) {
        this(backups, users, clock.withZone(ZoneId.systemDefault()), time(at));
    }

    /// Null if there is none.
    private static @Nullable LocalTime time(String at) {
        try {
            return at.isBlank() ? null : LocalTime.parse(at.strip());
        } catch (DateTimeParseException e) {
            throw new StartRefusedException(
                    "bargardan.backup.at is a time of day such as 03:30, or empty, but not \""
                            + at
                            + "\".",
                    e);
        }
    }

    /// @param at null for no nightly backups
    NightlyBackups(Backups backups, Users users, Clock clock, @Nullable LocalTime at) {
        this.backups = backups;
        this.users = users;
        this.clock = clock;
        this.at = at;
    }

    /// Only beside a web server: a test of services has none, and makes no backups by itself.
    @EventListener
    void on(ApplicationReadyEvent ready) {
        Environment environment = ready.getApplicationContext().getEnvironment();
        if (at != null && environment.getProperty("local.server.port") != null) {
            var _ = minutes.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.MINUTES);
        }
    }

    @Override
    public void destroy() {
        minutes.shutdownNow();
    }

    /// Makes the backup of the last night if there is none. A house without people has nothing to
    /// lose.
    void look() {
        try {
            if (at != null && clock.instant().isAfter(notBefore) && isDue(at) && !users.isEmpty()) {
                backups.backUpNightly();
            }
        } catch (RuntimeException e) {
            notBefore = clock.instant().plus(AFTER_A_FAILURE);
            LOG.error("the nightly backup failed; the next try is in an hour", e);
        }
    }

    private boolean isDue(LocalTime time) {
        var now = clock.instant().atZone(clock.getZone());
        var today = now.with(time);
        var lastNight = (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
        return backups.lastNightly().filter(backup -> !backup.at().isBefore(lastNight)).isEmpty();
    }
}

package org.bargardan.base;

import java.util.Locale;

/// Where a job is on its way: it waits, runs, and ends in one of three ways.
public enum JobState {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /// Nothing changes any more.
    public boolean hasEnded() {
        return compareTo(DONE) >= 0;
    }

    /// The form the database and programs hold.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static JobState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}

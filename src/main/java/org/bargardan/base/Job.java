package org.bargardan.base;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A piece of long work as one of those sees it who may: whoever asked for it, or an administrator.
///
/// @param kind which runner does it
/// @param cancelWanted whether somebody has asked for its end, which may be a moment away
/// @param by who asked for it; null for work of the house itself
/// @param input what its feature wrote down for the runner; empty for an administrator who looks at
///   another's, since it may hold names of files
/// @param report what its runner wrote down at the end, or one of [#INTERRUPTED] and [#UNEXPECTED];
///   null before the end, after a cancel, and for an administrator as above
/// @param endedAt null before the end
public record Job(
        JobId id,
        String kind,
        JobState state,
        JobProgress progress,
        boolean cancelWanted,
        @Nullable UUID by,
        String input,
        @Nullable String report,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /// The report of a job that the end of its process broke off, and that is not tried again.
    public static final String INTERRUPTED = "interrupted";

    /// How the report of a job begins that failed as nobody expected; a blank and the number follow
    /// under which the log has the reason.
    public static final String UNEXPECTED = "unexpected";

    /// The number under which the administrator finds an unexpected failure.
    public Optional<String> failureNumber() {
        return state == JobState.FAILED && report != null && report.startsWith(UNEXPECTED + " ")
                ? Optional.of(report.substring(UNEXPECTED.length() + 1))
                : Optional.empty();
    }

    boolean isOf(Actor actor) {
        return actor.value().equals(by);
    }

    /// Without what may hold people's words.
    Job withoutWords() {
        return new Job(id, kind, state, progress, cancelWanted, by, "", null, createdAt, endedAt);
    }
}

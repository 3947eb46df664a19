package org.bargardan.document.rest;

import java.time.Instant;
import org.bargardan.account.Person;
import org.bargardan.document.Reason;
import org.bargardan.document.Revision;
import org.jspecify.annotations.Nullable;

/// One saved state of a rendering as programs see it.
///
/// @param changeClass how it differs from the revision before: none, spelling or wording
/// @param origin where the words came from
/// @param score of the match they came from; null for all others
/// @param by pen name
record RevisionAnswer(
        long revision,
        String text,
        String status,
        boolean returned,
        String changeClass,
        String origin,
        @Nullable Integer score,
        @Nullable ReasonAnswer reason,
        @Nullable String by,
        Instant at,
        long changeNumber) {

    /// Why it was returned.
    record ReasonAnswer(String kind, String words) {

        static @Nullable ReasonAnswer of(@Nullable Reason reason) {
            return reason == null ? null : new ReasonAnswer(reason.kind().key(), reason.words());
        }
    }

    static RevisionAnswer of(Revision revision, @Nullable Person by) {
        return new RevisionAnswer(
                revision.n(),
                revision.text().text(),
                revision.status().key(),
                revision.returned(),
                revision.changeClass().key(),
                revision.origin().kind().key(),
                revision.origin().score(),
                ReasonAnswer.of(revision.reason()),
                by == null ? null : by.penName(),
                revision.at(),
                revision.changeNo());
    }
}

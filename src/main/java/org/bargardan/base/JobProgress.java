package org.bargardan.base;

/// How much of a job is done, in whatever its runner counts.
///
/// @param total 0 while nobody knows it
public record JobProgress(long done, long total) {

    static final JobProgress NONE = new JobProgress(0, 0);

    public JobProgress {
        if (done < 0 || total < 0) {
            throw new IllegalArgumentException(done + " of " + total);
        }
    }

    public boolean hasTotal() {
        return total > 0;
    }
}

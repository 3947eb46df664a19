package org.bargardan.base;

/// Does the jobs of one kind; a feature makes a bean of it, and by that its kind exists.
///
/// A job may be run again from its beginning after a restart, so what an earlier run left behind
/// must do no harm. Rights are checked before the job is started; what may have changed since, the
/// runner asks again.
public interface JobRunner {

    /// At most 60 lower-case letters and hyphens; never changed, since waiting jobs name it.
    String kind();

    /// Whether a run that was broken off by the end of its process may begin anew.
    default boolean isResumable() {
        return true;
    }

    /// On a thread that is the job's own, without a transaction and without anybody signed in.
    ///
    /// @throws Exception whatever nobody expects: it is logged, and the person gets its number
    JobOutcome run(RunningJob job) throws Exception;
}

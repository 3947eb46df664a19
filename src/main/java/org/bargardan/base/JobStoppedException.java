package org.bargardan.base;

/// A job is to end now: it was cancelled, or the server stops. Runners let it pass.
public final class JobStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    JobStoppedException() {
        super("the job is to end");
    }
}

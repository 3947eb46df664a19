package org.bargardan.base;

/// An administrator has stopped all writing for a while; nothing was stored.
public class ReadOnlyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ReadOnlyException() {
        super("the site is read-only");
    }
}

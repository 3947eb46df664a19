package org.bargardan.base;

/// A person asked for what their roles do not allow, in a place they may know of.
public class NotAllowedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotAllowedException(String what) {
        super(what);
    }
}

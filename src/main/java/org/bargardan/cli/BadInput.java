package org.bargardan.cli;

/// What the person at the command line gave cannot be used; the message is the one line they read.
final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadInput(String message) {
        super(message);
    }
}

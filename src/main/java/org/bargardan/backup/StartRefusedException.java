package org.bargardan.backup;

/// The server cannot start on this database, or with these settings for backups; the message is one
/// sentence for a person at a terminal.
class StartRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StartRefusedException(String sentence) {
        super(sentence);
    }

    StartRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

package org.bargardan.backup;

/// The server cannot start on its database; the message is one sentence for a person at a terminal.
class MigrationRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MigrationRefusedException(String sentence) {
        super(sentence);
    }

    MigrationRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

package org.bargardan.backup;

/// A backup or a restore that cannot be; its message is one sentence for a person at a terminal.
public class BackupRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BackupRefusedException(String sentence) {
        super(sentence);
    }

    public BackupRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

package org.bargardan.text;

/// Says why an SRX file cannot be used, naming the rule.
public final class MalformedSrx extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedSrx(String reason) {
        super("SRX: " + reason);
    }

    MalformedSrx(String reason, Throwable cause) {
        super("SRX: " + reason, cause);
    }
}

package org.bargardan.text;

/// Says why an SRX file cannot be used, naming the rule.
public final class MalformedSrx extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SrxProblem problem;

    MalformedSrx(SrxProblem problem, String reason) {
        super("SRX: " + reason);
        this.problem = problem;
    }

    MalformedSrx(SrxProblem problem, String reason, Throwable cause) {
        super("SRX: " + reason, cause);
        this.problem = problem;
    }

    public SrxProblem problem() {
        return problem;
    }
}

package org.bargardan.format;

import java.io.IOException;

/// A file is not read or written any further, for a reason that a person is told.
final class RefusedFile extends IOException {

    private final transient FormatProblem problem;

    RefusedFile(FormatProblem problem) {
        super(problem.kind().name());
        this.problem = problem;
    }

    RefusedFile(FormatProblem.Kind kind, Object... arguments) {
        this(FormatProblem.ofFile(kind, arguments));
    }

    FormatProblem problem() {
        return problem;
    }
}

package org.bargardan.base.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// Ends a request with problem details (RFC 9457) that say what the program can do about it.
public final class RequestProblem extends ErrorResponseException {

    private static final long serialVersionUID = 1;

    /// @param detail one sentence; what programs decide by stands in members of its own
    public RequestProblem(HttpStatus status, String detail) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    /// A parameter, or a member of what was sent, that cannot be what it is.
    public static RequestProblem of(String parameter, String detail) {
        return new RequestProblem(HttpStatus.BAD_REQUEST, detail).with("parameter", parameter);
    }

    /// A word where only some are understood.
    public static RequestProblem of(String parameter, List<String> allowed) {
        return of(parameter, parameter + " is one of " + String.join(", ", allowed))
                .with("allowed", allowed);
    }

    /// Adds a member that programs decide by.
    public RequestProblem with(String member, @Nullable Object value) {
        getBody().setProperty(member, value);
        return this;
    }
}

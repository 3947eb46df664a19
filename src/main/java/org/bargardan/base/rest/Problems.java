package org.bargardan.base.rest;

import java.security.SecureRandom;
import java.util.Locale;
import org.bargardan.base.NotAllowedException;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.ReadOnlyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Answers a program whose request failed with problem details (RFC 9457), never with a stack
/// trace; what nobody expected gets a number under which the administrator finds it.
@RestControllerAdvice("org.bargardan")
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    @ExceptionHandler
    ProblemDetail notFound(NotFoundException failure) {
        return ProblemDetail.forStatus(HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler
    ProblemDetail notAllowed(NotAllowedException failure) {
        return ProblemDetail.forStatus(HttpStatus.FORBIDDEN);
    }

    @ExceptionHandler
    ProblemDetail readOnly(ReadOnlyException failure) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "the site is read-only for a while");
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception failure) {
        var number = String.format(Locale.ROOT, "E-%04X", RANDOM.nextInt(0x10000));
        LOG.error("Failure {}", number, failure);
        var problem = ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR);
        problem.setProperty("number", number);
        return problem;
    }
}

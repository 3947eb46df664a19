package org.bargardan.base.rest;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bargardan.base.NotAllowedException;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.ReadOnlyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;

/// Answers a program whose request failed with problem details (RFC 9457), never with a stack
/// trace; what nobody expected gets a number under which the administrator finds it. It is not kept
/// to our controllers, since a request may fail before one is found.
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    /// Says that the title, which is that of the status, tells what kind of problem it is (RFC
    /// 9457, section 4.2.1).
    private static final URI NO_TYPE_OF_ITS_OWN = URI.create("about:blank");

    @ExceptionHandler
    @Nullable ResponseEntity<Object> notFound(NotFoundException failure, WebRequest request) {
        return answer(
                failure,
                HttpStatus.NOT_FOUND,
                "it does not exist, or it is not open to you",
                request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> notAllowed(NotAllowedException failure, WebRequest request) {
        return answer(
                failure,
                HttpStatus.FORBIDDEN,
                "none of your roles in this project includes that",
                request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> readOnly(ReadOnlyException failure, WebRequest request) {
        return answer(
                failure,
                HttpStatus.SERVICE_UNAVAILABLE,
                "the site is read-only for a while",
                request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> malformedUpload(
            MultipartException failure, WebRequest request) {
        return answer(
                failure,
                HttpStatus.BAD_REQUEST,
                "the form is malformed, or was not sent to its end",
                request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> unexpected(Exception failure, WebRequest request) {
        var number = String.format(Locale.ROOT, "E-%04X", RANDOM.nextInt(0x10000));
        LOG.error("Failure {}", number, failure);
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "something failed here; the administrator finds it as " + number);
        problem.setProperty("number", number);
        return handleExceptionInternal(
                failure, problem, new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var name =
                failure instanceof MethodArgumentTypeMismatchException mismatch
                        ? mismatch.getName()
                        : String.valueOf(failure.getPropertyName());
        var problem = RequestProblem.of(name, name + " is no " + kind(failure.getRequiredType()));
        return handleExceptionInternal(failure, problem.getBody(), headers, status, request);
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == UUID.class) {
            return "id";
        }
        if (type == int.class || type == Integer.class || type == long.class) {
            return "whole number";
        }
        return type == null ? "value we know" : type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return missing(failure.getParameterName(), failure, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return missing(failure.getRequestPartName(), failure, headers, status, request);
    }

    private @Nullable ResponseEntity<Object> missing(
            String name,
            Exception failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem = RequestProblem.of(name, name + " is needed");
        return handleExceptionInternal(failure, problem.getBody(), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestProblem known) {
                return handleExceptionInternal(
                        failure, known.getBody(), headers, known.getStatusCode(), request);
            }
        }
        return handleExceptionInternal(
                failure, unreadable(failure.getCause()).getBody(), headers, status, request);
    }

    private static RequestProblem unreadable(@Nullable Throwable cause) {
        if (cause instanceof StreamReadException malformed) {
            var place = malformed.getLocation();
            return new RequestProblem(
                    HttpStatus.BAD_REQUEST,
                    "malformed JSON at line %d, column %d"
                            .formatted(place.getLineNr(), place.getColumnNr()));
        }
        if (cause instanceof DatabindException misfit && !misfit.getPath().isEmpty()) {
            var name =
                    misfit.getPath().stream()
                            .map(part ->
                                    part.getPropertyName() == null
                                            ? Integer.toString(part.getIndex())
                                            : part.getPropertyName())
                            .collect(Collectors.joining("."));
            return RequestProblem.of(name, name + " is of the wrong kind");
        }
        return new RequestProblem(HttpStatus.BAD_REQUEST, "JSON is needed, and was not sent whole");
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception failure, HttpStatus status, String detail, WebRequest request) {
        return handleExceptionInternal(
                failure,
                ProblemDetail.forStatusAndDetail(status, detail),
                new HttpHeaders(),
                status,
                request);
    }

    /// Every answer passes here, and leaves whole.
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var all = new HttpHeaders();
        all.putAll(headers);
        if (body instanceof ProblemDetail problem) {
            problem.setType(NO_TYPE_OF_ITS_OWN);
            all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
        return super.createResponseEntity(body, all, status, request);
    }
}

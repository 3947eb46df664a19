package org.bargardan.base.rest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/// Answers uploads that end before a controller is chosen: too large, or never sent to their end.
/// [Problems] hears of what happens in our own controllers only.
@RestControllerAdvice
class Uploads {

    @ExceptionHandler
    ProblemDetail tooLarge(MaxUploadSizeExceededException failure) {
        return ProblemDetail.forStatus(HttpStatus.CONTENT_TOO_LARGE);
    }

    @ExceptionHandler
    ProblemDetail malformed(MultipartException failure) {
        return ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
    }
}

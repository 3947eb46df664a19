package org.bargardan.base.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/// Stops reading what is sent as JSON where no sensible request goes on, so that one program cannot
/// fill the memory. Files come another way and have a limit of their own.
@RestControllerAdvice("org.bargardan")
class BodyLimit extends RequestBodyAdviceAdapter {

    static final int MOST_BYTES = 4 * 1024 * 1024;

    @Override
    public boolean supports(
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        return new Bounded(message.getHeaders(), new BoundedStream(message.getBody()));
    }

    private record Bounded(HttpHeaders getHeaders, InputStream getBody)
            implements HttpInputMessage {}

    /// Ends the request at the first byte too many.
    private static final class BoundedStream extends FilterInputStream {

        private int left = MOST_BYTES;

        BoundedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new RequestProblem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "a request is at most " + MOST_BYTES + " bytes");
            }
        }
    }
}

package org.bargardan.base.operations;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.bargardan.base.NetworkLine;

/// Lets no network line hold more than its share of the server's threads: a body that comes a byte
/// now and then, or an answer that is taken as slowly, holds one for as long as it likes. Whoever
/// asks for more at once is answered 429, and their connection is closed.
final class LineShare extends ValveBase {

    private static final int TOO_MANY_REQUESTS = 429;

    private final int most;
    private final long mostUnread;
    private final ConcurrentHashMap<String, Integer> working = new ConcurrentHashMap<>();

    /// @param most requests of one line at the same moment
    /// @param mostUnread bytes of a body that are read though nobody wanted them, so that its
    ///   sender sees the answer
    LineShare(int most, long mostUnread) {
        super(true);
        this.most = most;
        this.mostUnread = mostUnread;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var line = NetworkLine.of(String.valueOf(request.getRemoteAddr()));
        int now = working.merge(line, 1, Integer::sum);
        try {
            if (now > most) {
                response.setStatus(TOO_MANY_REQUESTS);
                response.setHeader("Retry-After", "1");
                readNoMore(request);
            } else {
                getNext().invoke(request, response);
                readRest(request, response);
            }
        } finally {
            working.computeIfPresent(line, (of, count) -> count == 1 ? null : count - 1);
        }
    }

    /// Tomcat would do so once this line's share is given back.
    private void readRest(Request request, Response response) throws IOException {
        if (request.isAsync()
                || response.getStatus() == HttpServletResponse.SC_SWITCHING_PROTOCOLS
                || isRead(request)) {
            return;
        }
        response.finishResponse();
        if (request.getCoyoteRequest().hasExpectation()) {
            // It waits for our word before it sends anything, and has its answer instead.
            readNoMore(request);
            return;
        }
        try {
            var unread = new Unread();
            for (long left = mostUnread; left > 0 && !isRead(request); ) {
                int read = request.getCoyoteRequest().doRead(unread);
                if (read < 0) {
                    return;
                }
                left -= read;
            }
        } catch (IOException e) {
            // Whoever went away, or sends nothing any more, waits for nothing.
            readNoMore(request);
        }
        if (!isRead(request)) {
            readNoMore(request);
        }
    }

    private static boolean isRead(Request request) {
        var read = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }

    private static void readNoMore(Request request) {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    /// Takes what Tomcat read, and forgets it.
    private static final class Unread implements ApplicationBufferHandler {

        private ByteBuffer bytes = EMPTY_BUFFER;

        @Override
        public void setByteBuffer(ByteBuffer read) {
            bytes = read;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // Nothing is kept.
        }
    }
}

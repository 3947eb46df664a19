package org.bargardan.base.operations;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.catalina.valves.RemoteIpValve;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/// Two of four threads are one line's share.
@Timeout(60)
class LineShareTest {

    private static final int SHARE = 2;
    private static final String SLOW = "2001:db8:1:2::";
    private static final String OTHER = "2001:db8:1:3::1";

    private final Semaphore reading = new Semaphore(0);
    private final List<Socket> sockets = new ArrayList<>();
    private WebServer server;

    @BeforeEach
    void start() {
        var factory = new TomcatServletWebServerFactory(0);
        factory.addEngineValves(new RemoteIpValve(), new LineShare(SHARE, 1_000_000));
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("maxThreads", "4");
            connector.setProperty("minSpareThreads", "4");
        });
        server =
                factory.getWebServer(context -> {
                    context.addServlet("reads", new Reads()).addMapping("/reads");
                    context.addServlet("answers", new Answers()).addMapping("/answers");
                });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        for (var socket : sockets) {
            socket.close();
        }
        server.stop();
    }

    @Test
    void whoHoldsTheirShareIsRefusedAndAllOthersAreServed() throws Exception {
        for (int i = 1; i <= SHARE; i++) {
            open("/reads", SLOW + i, "Content-Length: 9\r\n", "a");
        }
        reading.acquire(SHARE);
        assertThat(status("/answers", SLOW + 9)).isEqualTo(429);
        assertThat(status("/answers", OTHER)).isEqualTo(200);
    }

    @Test
    void aBodyThatNobodyReadsCountsToo() throws Exception {
        for (int i = 1; i <= SHARE; i++) {
            var answered = open("/answers", SLOW + i, "Content-Length: 9\r\n", "a");
            assertThat(statusOf(answered)).isEqualTo(200);
        }
        assertThat(status("/answers", SLOW + 9)).isEqualTo(429);
        assertThat(status("/answers", OTHER)).isEqualTo(200);
    }

    @Test
    void whoWaitsForOurWordBeforeSendingHoldsNothing() throws Exception {
        for (int i = 0; i <= SHARE; i++) {
            var answered =
                    open("/answers", SLOW + 1, "Content-Length: 9\r\nExpect: 100-continue\r\n", "");
            assertThat(statusOf(answered)).isEqualTo(100);
            assertThat(statusOf(answered)).isEqualTo(200);
            assertThat(answered.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void theShareIsGivenBack() throws Exception {
        for (int i = 0; i < 3 * SHARE; i++) {
            var sent = open("/reads", SLOW + 1, "Content-Length: 9\r\n", "a");
            reading.acquire();
            sent.getOutputStream().write("bcdefghi".getBytes(US_ASCII));
            assertThat(statusOf(sent)).isEqualTo(200);
        }
        assertThat(status("/answers", SLOW + 1)).isEqualTo(200);
    }

    @Test
    void aConnectionIsKeptAfterABodyThatNobodyRead() throws Exception {
        var kept = open("/answers", OTHER, "Content-Length: 9\r\n", "abcdefghi");
        assertThat(statusOf(kept)).isEqualTo(200);
        kept.getOutputStream()
                .write(
                        ("GET /answers HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: "
                                        + OTHER
                                        + "\r\n\r\n")
                                .getBytes(US_ASCII));
        assertThat(statusOf(kept)).isEqualTo(200);
    }

    private int status(String path, String from) throws IOException {
        return statusOf(open(path, from, "Content-Length: 0\r\n", ""));
    }

    private Socket open(String path, String from, String headers, String body) throws IOException {
        var socket = new Socket("127.0.0.1", server.getPort());
        sockets.add(socket);
        socket.getOutputStream()
                .write(
                        ("POST "
                                        + path
                                        + " HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: "
                                        + from
                                        + "\r\n"
                                        + headers
                                        + "\r\n"
                                        + body)
                                .getBytes(US_ASCII));
        return socket;
    }

    /// Reads the head of an answer without a body.
    private static int statusOf(Socket socket) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as(head.toString()).isNotNegative();
            head.append((char) next);
        }
        return Integer.parseInt(head.substring(9, 12));
    }

    private final class Reads extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            request.getInputStream().read();
            reading.release();
            request.getInputStream().readAllBytes();
            response.setContentLength(0);
        }
    }

    private static final class Answers extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            response.setContentLength(0);
        }
    }
}

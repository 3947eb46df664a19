package org.bargardan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedApplicationIT {

    @TempDir private Path folder;

    @Test
    void aKilledServerStartsAgainOnWhatItLeft() throws Exception {
        try (var app = PackagedApplication.on(folder.resolve("data")).start();
                var client = HttpClient.newHttpClient()) {
            var firstCode = app.oneTimeCode();
            app.kill();
            assertThat(app.isRunning()).isFalse();
            app.restartOnSameData();
            assertThat(app.oneTimeCode()).isNotEqualTo(firstCode);
            var health = HttpRequest.newBuilder(app.address().resolve("actuator/health")).build();
            assertThat(client.send(health, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }
}

package org.bargardan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void aSecondServerOnTheSameDataSaysOneSentence() {
        var data = folder.resolve("shared");
        try (var first = PackagedApplication.on(data).start()) {
            assertThatThrownBy(() -> PackagedApplication.on(data).start())
                    .hasMessageContaining("another server is already using the data folder")
                    .message()
                    .doesNotContain("\tat ", "ERROR");
            assertThat(first.isRunning()).isTrue();
        }
    }
}

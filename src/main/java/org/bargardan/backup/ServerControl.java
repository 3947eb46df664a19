package org.bargardan.backup;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Opens the control socket while the server holds an H2 file; on PostgreSQL the command reads the
/// database itself.
@Component
class ServerControl implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ServerControl.class);

    private final Backups backups;
    private final Environment environment;
    private @Nullable ControlSocket socket;

    ServerControl(Backups backups, Environment environment) {
        this.backups = backups;
        this.environment = environment;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (!environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:file:")) {
            return;
        }
        try {
            socket =
                    ControlSocket.listen(
                            Path.of(environment.getRequiredProperty("bargardan.data")),
                            backups::write);
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "./bargardan backup works only while this server is stopped: {}",
                    Sentences.reason(e));
        }
    }

    @Override
    public void destroy() {
        if (socket != null) {
            socket.close();
        }
    }
}

package org.bargardan.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ControlSocketTest {

    @TempDir private Path folder;

    @Test
    void whoeverAsksGetsEveryByte() throws Exception {
        var bytes = new byte[300_001];
        new Random(1).nextBytes(bytes);
        try (var _ =
                ControlSocket.listen(
                        folder,
                        out -> {
                            out.write(bytes);
                            out.write(7);
                            return null;
                        })) {
            var got = new ByteArrayOutputStream();
            ControlSocket.ask(folder, got);
            assertThat(got.toByteArray()).hasSize(bytes.length + 1).startsWith(bytes);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theServersReasonReachesWhoeverAsked() throws Exception {
        try (var _ =
                ControlSocket.listen(
                        folder,
                        out -> {
                            out.write(1);
                            throw new SQLException("the disk is full");
                        })) {
            assertThatThrownBy(() -> ControlSocket.ask(folder, OutputStream.nullOutputStream()))
                    .isInstanceOf(BackupRefusedException.class)
                    .hasMessage("the server says: the disk is full.");
        }
    }

    @Test
    void oneWhoWentAwayDoesNotDisturbTheNext() throws Exception {
        try (var _ =
                ControlSocket.listen(
                        folder,
                        out -> {
                            out.write(new byte[1_000_000]);
                            return null;
                        })) {
            assertThatThrownBy(() ->
                            ControlSocket.ask(
                                    folder,
                                    new OutputStream() {
                                        @Override
                                        public void write(int one) {
                                            throw new IllegalStateException("gone");
                                        }
                                    }))
                    .hasMessage("gone");
            var got = new ByteArrayOutputStream();
            ControlSocket.ask(folder, got);
            assertThat(got.size()).isEqualTo(1_000_000);
        }
    }

    @Test
    void aSocketOfADeadServerIsReplaced() throws Exception {
        Files.writeString(folder.resolve("control.sock"), "dead");
        try (var _ = ControlSocket.listen(folder, _ -> null)) {
            ControlSocket.ask(folder, OutputStream.nullOutputStream());
        }
    }

    @Test
    void whereNobodyListensItSaysSo() {
        assertThatThrownBy(() -> ControlSocket.ask(folder, OutputStream.nullOutputStream()))
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageContaining("does not listen");
    }
}

package org.bargardan.backup;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a running server is asked for a backup by the command beside it: H2's file belongs to one
/// process alone. Whoever may open the data folder may open the socket in it, and nobody else.
///
/// The server is told no path. It sends the zip in pieces, each after its length; 0 says that it is
/// whole, -1 that it failed, with the reason.
final class ControlSocket implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
    private static final String NAME = "control.sock";
    private static final String BACKUP = "backup";
    private static final int PIECE = 1 << 16;
    private static final int WHOLE = 0;
    private static final int FAILED = -1;

    private final Path file;
    private final ServerSocketChannel server;
    private final Answer answer;

    private ControlSocket(Path file, ServerSocketChannel server, Answer answer) {
        this.file = file;
        this.server = server;
        this.answer = answer;
    }

    /// The folder is held by this process, so a socket that lies there is one of the dead.
    static ControlSocket listen(Path folder, Answer answer) throws IOException {
        var file = socket(folder);
        Files.deleteIfExists(file);
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(file));
            OwnerOnlyFile.restrict(file);
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
        var socket = new ControlSocket(file, server, answer);
        Thread.ofPlatform().daemon().name("control-socket").start(socket::accept);
        return socket;
    }

    /// Systems allow a socket's path about a hundred bytes, so it is named from where we are.
    private static Path socket(Path folder) {
        var whole = folder.toAbsolutePath().normalize().resolve(NAME);
        var here = Path.of("").toAbsolutePath();
        var near =
                whole.getRoot() != null && whole.getRoot().equals(here.getRoot())
                        ? here.relativize(whole)
                        : whole;
        return near.toString().length() < whole.toString().length() ? near : whole;
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().name("control-socket-client").start(() -> serve(client));
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.error("the server can no longer be asked for backups by the command", e);
                return;
            }
        }
    }

    private void serve(SocketChannel channel) {
        try (channel) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    Channels.newInputStream(channel), StandardCharsets.UTF_8));
            if (!BACKUP.equals(in.readLine())) {
                return;
            }
            var out = new DataOutputStream(Channels.newOutputStream(channel));
            try {
                answer.write(new Pieces(out));
                out.writeInt(WHOLE);
            } catch (SQLException | RuntimeException e) {
                LOG.error("the backup that the command asked for failed", e);
                out.writeInt(FAILED);
                out.writeUTF(Sentences.reason(e));
            }
        } catch (IOException e) {
            LOG.info("the command that asked for a backup went away: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Asks the server that works in the folder.
    ///
    /// @throws BackupRefusedException with the server's reason if it cannot
    static void ask(Path folder, OutputStream out) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            try {
                channel.connect(UnixDomainSocketAddress.of(socket(folder)));
            } catch (IOException e) {
                throw new BackupRefusedException(
                        "a server is using the data folder "
                                + folder
                                + ", but it does not listen for this command; stop it first.",
                        e);
            }
            Channels.newOutputStream(channel)
                    .write((BACKUP + "\n").getBytes(StandardCharsets.UTF_8));
            var in = new DataInputStream(Channels.newInputStream(channel));
            for (int length = in.readInt(); length != WHOLE; length = in.readInt()) {
                if (length == FAILED) {
                    throw new BackupRefusedException("the server says: " + in.readUTF() + ".");
                }
                out.write(in.readNBytes(length));
            }
        } catch (EOFException e) {
            throw new BackupRefusedException("the server stopped before the backup was whole.", e);
        }
    }

    /// What is sent to whoever asks.
    @FunctionalInterface
    interface Answer {
        @Nullable Object write(OutputStream out) throws IOException, SQLException;
    }

    /// Puts its length before every piece.
    private static final class Pieces extends OutputStream {

        private final DataOutputStream out;

        Pieces(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            for (int sent = 0; sent < count; sent += PIECE) {
                int length = Math.min(PIECE, count - sent);
                out.writeInt(length);
                out.write(bytes, from + sent, length);
            }
        }
    }
}

package org.bargardan.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a file system that counts how often H2 asks for its bytes to be on the disk itself.
class CommitSyncTest {

    @TempDir private Path folder;
    private final AtomicBoolean broken = new AtomicBoolean();
    private String url;
    private Connection people;
    private CommitSync sync;

    @BeforeEach
    void aDatabaseWithATable() throws SQLException {
        FilePath.register(new CountingPath());
        url =
                "jdbc:h2:counting:"
                        + folder.resolve("bargardan")
                        + ";WRITE_DELAY=0;RETENTION_TIME=1000";
        people = DriverManager.getConnection(url, "sa", "");
        people.createStatement().execute("create table words (text varchar(20))");
        sync = new CommitSync(true, this::open);
        CountingPath.SYNCS.set(0);
    }

    @AfterEach
    void close() throws SQLException {
        sync.destroy();
        people.close();
    }

    @Test
    void aCommitAloneIsNotOnTheDisk() throws SQLException {
        commit();
        assertThat(CountingPath.SYNCS).hasValue(0);
    }

    @Test
    void theRoundAfterACommitBringsItToTheDisk() throws SQLException {
        commit();
        assertThat(sync.round()).isTrue();
        assertThat(CountingPath.SYNCS).hasPositiveValue();
    }

    @Test
    void whereNothingIsWrittenNothingIsSynced() throws SQLException {
        commit();
        sync.round();
        int before = CountingPath.SYNCS.get();
        assertThat(sync.round()).isFalse();
        assertThat(sync.round()).isFalse();
        assertThat(CountingPath.SYNCS).hasValue(before);
        commit();
        assertThat(sync.round()).isTrue();
    }

    @Test
    void afterAFailureItGoesOn() throws SQLException {
        sync.destroy();
        sync = new CommitSync(true, this::open);
        commit();
        broken.set(true);
        assertThat(sync.round()).isFalse();
        assertThat(sync.round()).isFalse();
        broken.set(false);
        assertThat(sync.round()).isTrue();
    }

    @Test
    void aLostConnectionIsReplaced() throws SQLException {
        var lost = open();
        var first = new AtomicBoolean(true);
        sync = new CommitSync(true, () -> first.getAndSet(false) ? lost : open());
        sync.round();
        lost.close();
        commit();
        assertThat(sync.round()).isFalse();
        assertThat(sync.round()).isTrue();
    }

    @Test
    void byItselfItSyncsWithinASecondOfACommit() throws SQLException {
        sync.afterPropertiesSet();
        await().until(() -> CountingPath.SYNCS.get() > 0);
        commit();
        int before = CountingPath.SYNCS.get();
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(1))
                .until(() -> CountingPath.SYNCS.get() > before);
    }

    private void commit() throws SQLException {
        people.createStatement().execute("insert into words values ('صلح')");
    }

    private Connection open() throws SQLException {
        if (broken.get()) {
            throw new SQLException("the disk is away");
        }
        return DriverManager.getConnection(url, "sa", "");
    }

    /// Files as H2 has them, with a count of its calls for the disk itself.
    public static final class CountingPath extends FilePathWrapper {

        static final AtomicInteger SYNCS = new AtomicInteger();

        @Override
        public String getScheme() {
            return "counting";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            return new CountingFile(getBase().open(mode));
        }
    }

    /// One open file of the kind.
    private static final class CountingFile extends FileBaseDefault {

        private final FileChannel file;

        CountingFile(FileChannel file) {
            this.file = file;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            CountingPath.SYNCS.incrementAndGet();
            file.force(metaData);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            return file.read(into, position);
        }

        @Override
        public int write(ByteBuffer from, long position) throws IOException {
            return file.write(from, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }
    }
}

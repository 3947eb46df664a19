package org.bargardan.kill;

import java.nio.file.Path;
import org.bargardan.kill.Killing.Memory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The kill test in short; [ManyKillsIT] is the long one.
class KillIT {

    @TempDir private Path folder;

    @Test
    void whatWasAcknowledgedSurvivesKillsOnH2() throws Exception {
        try (var killing = new Killing(new Store.H2(folder))) {
            killing.whileEightConfirm(3, Memory.AFTER_THE_LAST_KILL);
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesKillsOnPostgres() throws Exception {
        try (var killing = new Killing(Store.Postgres.start(folder))) {
            killing.whileEightConfirm(2, Memory.AFTER_THE_LAST_KILL);
        }
    }

    @Test
    void aKilledImportLeavesAWholeDocumentOrNone() throws Exception {
        try (var killing = new Killing(new Store.H2(folder))) {
            killing.duringImports(1, 5_000);
        }
    }
}

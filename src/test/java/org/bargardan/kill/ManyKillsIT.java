package org.bargardan.kill;

import java.nio.file.Path;
import org.bargardan.kill.Killing.Memory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Takes about ten minutes: `./bargardan test kill`.
@Tag("kill")
class ManyKillsIT {

    private static final int WHILE_CONFIRMING = 20;
    private static final int DURING_IMPORTS = 5;
    private static final int SENTENCES = 20_000;

    @TempDir private Path folder;

    @Test
    void whatWasAcknowledgedSurvivesKillsOnH2() throws Exception {
        try (var killing = new Killing(new Store.H2(folder))) {
            killing.whileEightConfirm(WHILE_CONFIRMING, Memory.AFTER_EACH_KILL);
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesKillsOnPostgres() throws Exception {
        try (var killing = new Killing(Store.Postgres.start(folder))) {
            killing.whileEightConfirm(WHILE_CONFIRMING, Memory.AFTER_EACH_KILL);
        }
    }

    @Test
    void killedImportsLeaveWholeDocumentsOrNoneOnH2() throws Exception {
        try (var killing = new Killing(new Store.H2(folder))) {
            killing.duringImports(DURING_IMPORTS, SENTENCES);
        }
    }

    @Test
    void killedImportsLeaveWholeDocumentsOrNoneOnPostgres() throws Exception {
        try (var killing = new Killing(Store.Postgres.start(folder))) {
            killing.duringImports(DURING_IMPORTS, SENTENCES);
        }
    }
}

package org.bargardan.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.exporting.ExportResult;
import org.bargardan.exporting.Exports;
import org.bargardan.format.GeneratedFile;
import org.bargardan.importing.ImportResult.Imported;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// On one database only: what differs between the two is in [ImportsTest].
@House
class GeneratedImportsTest {

    private static final int FILES = 500;

    /// Another with `-Dseed=…`.
    private static final long SEED = Long.getLong("seed", 1405);

    @Autowired private Collective collective;
    @Autowired private Imports imports;
    @Autowired private Exports exports;
    @Autowired private JdbcClient database;

    @Test
    void everyTextIsKeptExactlyAndComesBackByteForByte() throws IOException {
        var project = collective.project();
        var golnar = collective.administrator();
        int segments = 0;
        var files = GeneratedFile.of(SEED, FILES);
        for (int i = 0; i < FILES; i++) {
            var file = files.get(i);
            var what = "-Dseed=%d, file %d in %s".formatted(SEED, i, file.charset());
            var result = imports.importText(project, "a.txt", file.bytes(), file.charset(), golnar);
            assertThat(result).as(what).isInstanceOf(Imported.class);
            var document = ((Imported) result).document();
            var stored = new StoredDocument(database, document);
            assertThat(stored.text()).as(what).isEqualTo(file.text());
            assertThat(stored.notCoveredOnce()).as(what).isZero();
            var out = new ByteArrayOutputStream();
            assertThat(exports.source(document, out, golnar))
                    .as(what)
                    .isEqualTo(new ExportResult.Exported(file.bytes().length));
            assertThat(out.toByteArray()).as(what).isEqualTo(file.bytes());
            segments += stored.segments();
        }
        assertThat(segments).isGreaterThan(FILES);
    }
}

package org.bargardan.kill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.bargardan.kill.Ledger.Place;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What must hold in a database whatever was killed.
final class Proofs {

    private Proofs() {}

    /// A rendering as its row has it.
    record Row(UUID id, String text, String status, long version, long revisionN) {}

    /// A unit of a memory.
    record Unit(UUID rendering, String text) {}

    /// What a document holds.
    record Snapshot(List<Row> renderings, Map<Place, String> revisions) {}

    /// A rendering is its last revision, neither revisions nor change numbers have gaps, and each
    /// revision stands at the change that made it.
    static Snapshot consistent(JdbcClient database, UUID document) {
        var renderings = renderings(database, document);
        var revisions = revisions(database, document);
        long stored = 0;
        for (var row : renderings) {
            for (long n = 1; n <= row.revisionN(); n++) {
                assertThat(revisions).containsKey(new Place(row.id(), n));
            }
            stored += row.revisionN();
            assertThat(row.version()).isEqualTo(row.revisionN() + 1);
            if (row.revisionN() > 0) {
                assertThat(row.text())
                        .isEqualTo(revisions.get(new Place(row.id(), row.revisionN())));
                assertThat(row.status()).isEqualTo("translated");
            } else {
                assertThat(row.status()).isEqualTo("untranslated");
            }
        }
        assertThat(revisions).hasSize((int) stored);
        assertThat(changeNumbers(database, document))
                .isEqualTo(LongStream.rangeClosed(1, stored + 1).boxed().toList());
        assertThat(
                        database.sql("select change_no from document where id = ?")
                                .param(document)
                                .query(Long.class)
                                .single())
                .isEqualTo(stored + 1);
        assertThat(
                        database.sql(
                                        """
                                        select count(*) from document_revision r
                                        join document_change c on c.change_no = r.change_no and c.rendering_id = r.rendering_id
                                        where c.document_id = ?
                                        """)
                                .param(document)
                                .query(Long.class)
                                .single())
                .isEqualTo(stored);
        return new Snapshot(renderings, revisions);
    }

    /// One unit for each confirmed rendering, with its last text, and an outbox in which nothing
    /// waits.
    static void workingMemoryIsExactly(JdbcClient database, UUID document) {
        var confirmed =
                renderings(database, document).stream()
                        .filter(row -> row.revisionN() > 0)
                        .map(row -> new Unit(row.id(), row.text()))
                        .toList();
        assertThat(
                        database.sql(
                                        """
                                        select u.rendering_id, v.text from memory_unit u
                                        join memory m on m.id = u.memory_id
                                        join memory_variant v on v.unit_id = u.id
                                        join document d on d.project_id = m.project_id
                                        where m.built_in = 'working' and v.n = 1 and u.deleted_at is null and d.id = ?
                                        """)
                                .param(document)
                                .query((row, n) ->
                                        new Unit(row.getObject(1, UUID.class), row.getString(2)))
                                .list())
                .containsExactlyInAnyOrderElementsOf(confirmed);
        assertThat(
                        database.sql("select count(*) from event_publication")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    /// Documents whose names are those of books are whole, and nothing else is there of any.
    ///
    /// @return the names of those that are there
    static List<String> booksAreWhole(JdbcClient database, UUID project, Map<String, Book> books) {
        var found = new HashMap<String, UUID>();
        database.sql("select file_name, id from document where project_id = ?")
                .param(project)
                .query(row -> {
                    var twin = found.put(row.getString(1), row.getObject(2, UUID.class));
                    assertThat(twin).isNull();
                });
        long segments = 0;
        for (var name : found.keySet()) {
            var book = books.get(name);
            assertThat(sourceOf(database, found.get(name)))
                    .isEqualTo(new String(book.bytes(), UTF_8));
            assertThat(fileOf(database, found.get(name))).isEqualTo(book.bytes());
            segments += book.sentences();
        }
        // Foreign keys leave no row without its document, so equal sums leave none over.
        for (var table :
                List.of(
                        "document_segment",
                        "document_source_revision",
                        "document_rendering",
                        "document_rendering_segment")) {
            assertThat(count(database, table)).as(table).isEqualTo(segments);
        }
        for (var table :
                List.of(
                        "document_rendering_set",
                        "document_change",
                        "memory_learned",
                        "base_stored_file")) {
            assertThat(count(database, table)).as(table).isEqualTo(found.size());
        }
        return List.copyOf(found.keySet());
    }

    private static long count(JdbcClient database, String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static List<Row> renderings(JdbcClient database, UUID document) {
        return database.sql(
                        """
                        select r.id, r.text, r.status, r.version, r.revision_n from document_rendering r
                        join document_rendering_set s on s.id = r.set_id where s.document_id = ?
                        """)
                .param(document)
                .query((row, n) ->
                        new Row(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getLong(5)))
                .list();
    }

    private static Map<Place, String> revisions(JdbcClient database, UUID document) {
        var revisions = new HashMap<Place, String>();
        database.sql(
                        """
                        select v.rendering_id, v.n, v.text from document_revision v
                        join document_rendering r on r.id = v.rendering_id
                        join document_rendering_set s on s.id = r.set_id where s.document_id = ?
                        """)
                .param(document)
                .query(row -> {
                    revisions.put(
                            new Place(row.getObject(1, UUID.class), row.getLong(2)),
                            row.getString(3));
                });
        return revisions;
    }

    private static List<Long> changeNumbers(JdbcClient database, UUID document) {
        return database.sql(
                        "select change_no from document_change where document_id = ? order by change_no")
                .param(document)
                .query(Long.class)
                .list();
    }

    /// As the export of a source makes it again: separators, sources and spaces one after another.
    private static String sourceOf(JdbcClient database, UUID document) {
        var text = new StringBuilder();
        var paragraph = new UUID[1];
        database.sql(
                        """
                        select p.id, p.separator_before, s.source, s.space_after from document_segment s
                        join document_paragraph p on p.id = s.paragraph_id
                        where p.document_id = ? order by p.position, s.position
                        """)
                .param(document)
                .query(row -> {
                    var here = row.getObject(1, UUID.class);
                    if (!here.equals(paragraph[0])) {
                        text.append(row.getString(2));
                        paragraph[0] = here;
                    }
                    text.append(row.getString(3)).append(row.getString(4));
                });
        return text.append(
                        database.sql("select text_after from document where id = ?")
                                .param(document)
                                .query(String.class)
                                .single())
                .toString();
    }

    private static byte[] fileOf(JdbcClient database, UUID document) {
        var bytes = new ByteArrayOutputStream();
        database.sql(
                        """
                        select c.bytes from base_stored_file_chunk c
                        join document d on d.file_id = c.file_id where d.id = ? order by c.n
                        """)
                .param(document)
                .query(row -> {
                    bytes.writeBytes(row.getBytes(1));
                });
        return bytes.toByteArray();
    }
}

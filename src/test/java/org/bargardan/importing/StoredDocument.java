package org.bargardan.importing;

import java.util.List;
import org.bargardan.document.DocumentId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the tables themselves hold of a document, past all services.
record StoredDocument(JdbcClient database, DocumentId id) {

    private static final List<String> TABLES =
            List.of(
                    "base_stored_file",
                    "base_stored_file_chunk",
                    "document",
                    "document_repair_edit",
                    "document_paragraph",
                    "document_segment",
                    "document_inline_code",
                    "document_source_revision",
                    "document_rendering_set",
                    "document_rendering",
                    "document_rendering_segment",
                    "document_revision",
                    "document_note",
                    "document_change");

    /// Separators, sources and spaces one after another, then what follows the last paragraph.
    String text() {
        var text = new StringBuilder();
        var paragraphs =
                database.sql(
                                """
                                select id, separator_before from document_paragraph
                                where document_id = ? and removed_no is null
                                order by position
                                """)
                        .param(id.value())
                        .query()
                        .listOfRows();
        for (var paragraph : paragraphs) {
            text.append(paragraph.get("separator_before"));
            database.sql(
                            """
                            select source, space_after from document_segment
                            where paragraph_id = ? and joined_into is null
                            and removed_no is null order by position
                            """)
                    .param(paragraph.get("id"))
                    .query()
                    .listOfRows()
                    .forEach(segment ->
                            text.append(segment.get("source")).append(segment.get("space_after")));
        }
        return text.append(
                        database.sql("select text_after from document where id = ?")
                                .param(id.value())
                                .query(String.class)
                                .single())
                .toString();
    }

    /// Live segments to translate that are not covered exactly once in the working set.
    int notCoveredOnce() {
        return database.sql(
                        """
                        select count(*) from document_segment s
                        join document_paragraph p on p.id = s.paragraph_id
                        where s.document_id = ? and s.joined_into is null
                        and s.removed_no is null and p.translatable
                        and 1 <> (select count(*) from document_rendering_segment l
                            join document_rendering_set w on w.id = l.set_id
                            where l.segment_id = s.id and w.working_of = s.document_id)
                        """)
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    int segments() {
        return database.sql("select count(*) from document_segment where document_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    /// How many rows there are in all tables that an import fills.
    static List<Long> rows(JdbcClient database) {
        return TABLES.stream()
                .map(table ->
                        database.sql("select count(*) from " + table).query(Long.class).single())
                .toList();
    }
}

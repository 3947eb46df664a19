package org.bargardan.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.account.UserId;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Entry;
import org.bargardan.document.Origin;
import org.bargardan.document.ParagraphKind;
import org.bargardan.document.Renderings;
import org.bargardan.document.SaveResult.Saved;
import org.bargardan.document.Segments;
import org.bargardan.format.Books;
import org.bargardan.format.Detection;
import org.bargardan.format.ExtractedParagraph;
import org.bargardan.format.FileFormat;
import org.bargardan.format.FileFormat.Progress;
import org.bargardan.format.FileFormats;
import org.bargardan.format.ReadResult;
import org.bargardan.importing.ImportResult.Imported;
import org.bargardan.importing.Imports;
import org.bargardan.importing.ReadOutcome;
import org.bargardan.importing.RepairChoices;
import org.bargardan.importing.RepairedFile;
import org.bargardan.project.ProjectId;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@House
class BooksTest {

    @Autowired private Collective collective;
    @Autowired private Imports imports;
    @Autowired private Exports exports;
    @Autowired private Segments segments;
    @Autowired private Renderings renderings;
    @Autowired private JdbcClient database;

    private ProjectId project;
    private UserId golnar;

    @BeforeEach
    void aProject() {
        project = collective.project();
        golnar = collective.administrator();
    }

    @ParameterizedTest
    @CsvSource({"chapter.docx, docx", "book.epub, epub", "page.html, html", "lantern.md, markdown"})
    void aBookGoesInIsTranslatedInPartAndComesOut(String name, String filter) throws IOException {
        var file = file(filter);
        var format = format(name, file);
        assertThat(format.filter()).isEqualTo(filter);
        var document = imported(name, file, format);
        var translated = new LinkedHashSet<String>();
        var entries = collective.entries(document);
        for (int i = 0; i < entries.size(); i += 2) {
            translated.add(translate(entries.get(i), i));
        }
        var out = new ByteArrayOutputStream();
        assertThat(exports.inOwnFormat(document, out, golnar))
                .isInstanceOf(ExportResult.Exported.class);
        var again = paragraphs(format, out.toByteArray());
        var text = String.join("\n", again);
        assertThat(translated).allSatisfy(words -> assertThat(text).contains(words));
        assertThat(again).hasSameSizeAs(paragraphs(format, file));
    }

    @Test
    void whatNobodyTranslatedLeavesAsItCame() throws IOException {
        for (var filter : List.of("docx", "epub", "html", "markdown")) {
            var file = file(filter);
            var format = FileFormats.find(filter).orElseThrow();
            var document = imported("book." + format.ending(), file, format);
            var out = new ByteArrayOutputStream();
            exports.inOwnFormat(document, out, golnar);
            assertThat(paragraphs(format, out.toByteArray()))
                    .as(filter)
                    .isEqualTo(paragraphs(format, file));
        }
    }

    @Test
    void footnotesKnowTheSegmentOfTheirMarkAndCodesTheirSource() {
        var document =
                imported("chapter.docx", Books.docx(), FileFormats.find("docx").orElseThrow());
        assertThat(count("document_note where document_id = ?", document)).isEqualTo(2);
        assertThat(
                        count(
                                """
                                document_note n join document_segment s on s.id = n.mark_segment_id
                                join document_inline_code c
                                on c.segment_id = s.id and c.code_id = n.mark_code_id
                                where n.document_id = ? and not c.deletable
                                """,
                                document))
                .isEqualTo(2);
        assertThat(segments.paragraphs(document, golnar))
                .extracting(paragraph -> paragraph.kind())
                .contains(
                        ParagraphKind.HEADING,
                        ParagraphKind.FOOTNOTE,
                        ParagraphKind.QUOTE,
                        ParagraphKind.LIST);
    }

    private int count(String from, DocumentId document) {
        return database.sql("select count(*) from " + from)
                .param(document.value())
                .query(Integer.class)
                .single();
    }

    private String translate(Entry entry, int number) {
        var words = "ترجمهٔ " + number;
        var rendering = entry.rendering();
        assertThat(
                        renderings.save(
                                rendering.id(),
                                rendering.version(),
                                TaggedText.plain(words),
                                Origin.TYPED,
                                golnar))
                .isInstanceOf(Saved.class);
        return words;
    }

    private DocumentId imported(String name, byte[] file, FileFormat format) {
        var read = imports.read(project, name, file, format, "", Progress.NONE, golnar);
        assertThat(read).isInstanceOf(ReadOutcome.Read.class);
        var repaired = RepairedFile.of(((ReadOutcome.Read) read).file(), RepairChoices.DEFAULT);
        var result = imports.store(project, repaired, List.of(), golnar);
        return ((Imported) result).document();
    }

    private FileFormat format(String name, byte[] file) {
        var detection = imports.detect(name, file);
        assertThat(detection).isInstanceOf(Detection.Known.class);
        return ((Detection.Known) detection).format();
    }

    private static List<String> paragraphs(FileFormat format, byte[] file) {
        var texts = new ArrayList<String>();
        ((ReadResult.Read) format.read(file))
                .document().paragraphs().stream().map(ExtractedParagraph::text).forEach(texts::add);
        return texts;
    }

    private static byte[] file(String filter) {
        return switch (filter) {
            case "docx" -> Books.docx();
            case "epub" -> Books.epub();
            case "html" -> Books.html();
            case "markdown" -> Books.markdown();
            default -> throw new IllegalArgumentException(filter);
        };
    }
}

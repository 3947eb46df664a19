package org.bargardan.importing;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.account.UserId;
import org.bargardan.base.Job;
import org.bargardan.base.JobState;
import org.bargardan.base.Jobs;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Documents;
import org.bargardan.document.Entry;
import org.bargardan.document.Origin;
import org.bargardan.document.ParagraphKind;
import org.bargardan.document.ReimportResult.Reimported;
import org.bargardan.document.ReimportResult.Stale;
import org.bargardan.document.ReimportResult.Unchanged;
import org.bargardan.document.Renderings;
import org.bargardan.document.SaveResult.Saved;
import org.bargardan.document.Segments;
import org.bargardan.document.Status;
import org.bargardan.exporting.ExportResult;
import org.bargardan.exporting.Exports;
import org.bargardan.format.FileFormat.Progress;
import org.bargardan.format.FileFormats;
import org.bargardan.format.TextEncoding;
import org.bargardan.importing.ImportJobs.Asked;
import org.bargardan.importing.ImportResult.Imported;
import org.bargardan.importing.RepairChoices.Typed;
import org.bargardan.importing.ReplaceResult.Answered;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.text.TaggedText;
import org.bargardan.text.repair.RepairStyle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@House
class NewerVersionsTest {

    private static final String LANTERN =
            "  The lantern\r\n\r\nIt was night.  Nobody slept. \tThen it rained.\r\n\r\n* * *\r\n\r\nSo it was.\r\n";
    private static final String LATER =
            "  The lantern\r\n\r\nIt was a dark night.  Nobody slept.\r\n\r\nThen it rained.\r\n\r\n* * *\r\n\r\nAnd then the sun rose. So it was.\r\n\r\n";

    @Autowired private Collective collective;
    @Autowired private Imports imports;
    @Autowired private ImportJobs importJobs;
    @Autowired private Jobs jobs;
    @Autowired private Exports exports;
    @Autowired private Documents documents;
    @Autowired private Segments segments;
    @Autowired private Renderings renderings;
    @Autowired private JdbcClient database;

    private UserId golnar;
    private ProjectId project;
    private DocumentId document;

    @BeforeEach
    void aDocument() {
        golnar = collective.administrator();
        project = collective.project();
        var imported =
                imports.importText(project, "lantern.txt", LANTERN.getBytes(UTF_8), UTF_8, golnar);
        document = ((Imported) imported).document();
    }

    @Test
    void aNewerVersionIsExportedInItsOwnFormWithTheTranslationsThatStay() throws IOException {
        translate("Nobody slept.", "کسی نخوابید.");
        translate("Then it rained.", "باران آمد.");
        translate("It was night.", "شب بود.");
        assertThat(replace(untouched(LATER, UTF_8))).isInstanceOf(Reimported.class);
        assertThat(new StoredDocument(database, document).text()).isEqualTo(LATER);
        assertThat(new StoredDocument(database, document).notCoveredOnce()).isZero();
        var out = new ByteArrayOutputStream();
        assertThat(exports.translation(document, out, golnar))
                .isInstanceOf(ExportResult.Exported.class);
        assertThat(out.toString(UTF_8))
                .isEqualTo(
                        LATER.replace("It was a dark night.", "شب بود.")
                                .replace("Nobody slept.", "کسی نخوابید.")
                                .replace("Then it rained.", "باران آمد."));
        var source = new ByteArrayOutputStream();
        exports.source(document, source, golnar);
        assertThat(source.toString(UTF_8)).isEqualTo(LATER);
        assertThat(entry("It was a dark night.").rendering().status()).isEqualTo(Status.DRAFT);
        assertThat(entry("Then it rained.").rendering().status()).isEqualTo(Status.TRANSLATED);
    }

    @Test
    void theSameFileWithTheSameDecisionsIsUnchanged() {
        var rows = StoredDocument.rows(database);
        assertThat(replace(untouched(LANTERN, UTF_8))).isInstanceOf(Unchanged.class);
        assertThat(StoredDocument.rows(database)).isEqualTo(rows);
    }

    @Test
    void theSameTextInAnotherEncodingKeepsAllAndTakesTheFile() throws IOException {
        translate("Nobody slept.", "کسی نخوابید.");
        var bytes = LANTERN.getBytes(UTF_16LE);
        assertThat(replace(untouched(bytes, UTF_16LE))).isInstanceOf(Reimported.class);
        assertThat(entry("Nobody slept.").rendering().status()).isEqualTo(Status.TRANSLATED);
        var out = new ByteArrayOutputStream();
        exports.source(document, out, golnar);
        assertThat(out.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void repairsOfTheNewerVersionTakeThePlaceOfThoseBefore() throws IOException {
        var typed = new Typed(LATER.indexOf("dark"), LATER.indexOf("dark") + 4, "black");
        var choices =
                new RepairChoices(
                        Set.of(), Set.of(), List.of(), List.of(typed), RepairStyle.DEFAULT);
        assertThat(replace(RepairedFile.of(read(LATER.getBytes(UTF_8), UTF_8), choices)))
                .isInstanceOf(Reimported.class);
        assertThat(documents.repairs(document, golnar))
                .anyMatch(repair -> repair.after().equals("black"));
        var out = new ByteArrayOutputStream();
        assertThat(exports.translation(document, out, golnar))
                .isInstanceOf(ExportResult.Exported.class);
        int first = documents.repairs(document, golnar).getFirst().n();
        assertThat(replace(untouched(LATER, UTF_8))).isInstanceOf(Reimported.class);
        assertThat(documents.repairs(document, golnar)).isEmpty();
        assertThat(replace(RepairedFile.of(read(LATER.getBytes(UTF_8), UTF_8), choices)))
                .isInstanceOf(Reimported.class);
        assertThat(documents.repairs(document, golnar).getFirst().n()).isGreaterThan(first);
    }

    @Test
    void whatAPersonSaidParagraphsAreOutlivesANewerVersion() {
        var repaired = untouched(LANTERN, UTF_8);
        var marks =
                List.of(
                        new ParagraphMark(
                                repaired.paragraphStarts()[3], ParagraphKind.QUOTE, 0, true));
        assertThat(replace(repaired, marks)).isInstanceOf(Reimported.class);
        assertThat(replace(untouched(LATER, UTF_8))).isInstanceOf(Reimported.class);
        assertThat(segments.paragraphs(document, golnar).getLast().kind())
                .isEqualTo(ParagraphKind.QUOTE);
    }

    @Test
    void aJobReplacesWhatWasCompared() {
        translate("Nobody slept.", "کسی نخوابید.");
        var ended = job(documents.get(document).changeNo());
        assertThat(ended.state()).isEqualTo(JobState.DONE);
        assertThat(ended.report()).isEqualTo(document.value().toString());
        assertThat(entry("Nobody slept.").rendering().status()).isEqualTo(Status.TRANSLATED);
        assertThat(entry("It was a dark night.").number()).isEqualTo(2);
    }

    @Test
    void aJobWhoseComparisonIsOutOfDateStoresNothingAndSaysSo() {
        long shown = documents.get(document).changeNo();
        translate("It was night.", "شب بود.");
        assertThat(replace(untouched(LATER, UTF_8), List.of(), shown)).isInstanceOf(Stale.class);
        var ended = job(shown);
        assertThat(ended.state()).isEqualTo(JobState.FAILED);
        assertThat(ended.report()).isEqualTo(ImportJobs.STALE);
        assertThat(new StoredDocument(database, document).text()).isEqualTo(LANTERN);
    }

    private Job job(long shown) {
        var asked =
                importJobs.beginReplacing(
                        document, untouched(LATER, UTF_8), List.of(), shown, golnar);
        var id = ((Asked.Begun) asked).job();
        await().until(() -> jobs.get(id, golnar).state().hasEnded());
        return jobs.get(id, golnar);
    }

    private Object replace(RepairedFile file) {
        return replace(file, List.of());
    }

    private Object replace(RepairedFile file, List<ParagraphMark> marks) {
        return replace(file, marks, imports.compare(document, file, marks, golnar).changeNo());
    }

    private Object replace(RepairedFile file, List<ParagraphMark> marks, long shown) {
        var result = imports.replace(document, file, marks, shown, golnar);
        return ((Answered) result).result();
    }

    private RepairedFile untouched(String text, Charset charset) {
        return untouched(text.getBytes(charset), charset);
    }

    private RepairedFile untouched(byte[] bytes, Charset charset) {
        return RepairedFile.untouched(read(bytes, charset));
    }

    private ReadFile read(byte[] bytes, Charset charset) {
        var outcome =
                imports.read(
                        project,
                        "lantern.txt",
                        bytes,
                        FileFormats.PLAIN_TEXT,
                        TextEncoding.of(bytes, charset).write(),
                        Progress.NONE,
                        golnar);
        return ((ReadOutcome.Read) outcome).file();
    }

    private Entry entry(String source) {
        return collective.entries(document).stream()
                .filter(entry -> entry.source().text().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private void translate(String source, String target) {
        var entry = entry(source);
        var sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
        assertThat(
                        renderings.confirm(
                                entry.rendering().id(),
                                entry.rendering().version(),
                                TaggedText.plain(target),
                                Origin.TYPED,
                                sara))
                .isInstanceOf(Saved.class);
    }
}

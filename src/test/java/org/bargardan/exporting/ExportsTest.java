package org.bargardan.exporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.account.UserId;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Entry;
import org.bargardan.document.Origin;
import org.bargardan.document.Reason;
import org.bargardan.document.Rendering;
import org.bargardan.document.Renderings;
import org.bargardan.document.SaveResult;
import org.bargardan.document.SaveResult.Saved;
import org.bargardan.document.Segments;
import org.bargardan.document.ShapeResult;
import org.bargardan.importing.ImportResult.Imported;
import org.bargardan.importing.Imports;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@House
class ExportsTest {

    /// A heading, a paragraph of three sentences in odd spaces, a line with marks around it.
    private static final String SOURCE =
            "  The lantern\r\n\r\nIt was night.  Nobody slept. \tThen it rained.\r\n\r\n\t- So it was. \f\r\n";

    @Autowired private Collective collective;
    @Autowired private Imports imports;
    @Autowired private Exports exports;
    @Autowired private Segments segments;
    @Autowired private Renderings renderings;
    @Autowired private JdbcClient database;

    private ProjectId project;
    private UserId sara;
    private UserId mina;
    private DocumentId document;

    @BeforeEach
    void aDocument() {
        project = collective.project();
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
        mina = collective.member(project, "mina", ProjectRole.REVIEWER);
        document = imported(SOURCE.getBytes(UTF_8), UTF_8);
    }

    @Test
    void whatNobodyTranslatedKeepsItsSource() throws IOException {
        assertThat(translation()).isEqualTo(SOURCE);
    }

    @Test
    void translationsStandInThePlacesOfTheirSources() throws IOException {
        confirm(entry("The lantern"), "فانوس");
        confirm(entry("It was night."), "شب بود.");
        confirm(entry("Then it rained."), "بعد باران آمد.");
        assertThat(translation())
                .isEqualTo(
                        SOURCE.replace("The lantern", "فانوس")
                                .replace("It was night.", "شب بود.")
                                .replace("Then it rained.", "بعد باران آمد."));
    }

    @Test
    void everyStatusFromDraftOnIsWritten() throws IOException {
        saved(
                renderings.save(
                        entry("It was night.").rendering().id(),
                        1,
                        TaggedText.plain("شب بود"),
                        Origin.TYPED,
                        sara));
        var approved = confirm(entry("Nobody slept."), "کسی نخوابید.");
        saved(renderings.approve(approved.id(), approved.version(), approved.text(), mina));
        var returned = confirm(entry("Then it rained."), "بعد باران آمد.");
        saved(
                renderings.giveBack(
                        returned.id(),
                        returned.version(),
                        new Reason(Reason.Kind.STYLE, ""),
                        mina));
        assertThat(translation())
                .isEqualTo(
                        SOURCE.replace("It was night.", "شب بود")
                                .replace("Nobody slept.", "کسی نخوابید.")
                                .replace("Then it rained.", "بعد باران آمد."));
    }

    @Test
    void unsentWordsAreNobodysTranslation() throws IOException {
        renderings.keepDraft(
                entry("It was night.").rendering().id(), 1, TaggedText.plain("شب"), sara);
        assertThat(translation()).isEqualTo(SOURCE);
    }

    @Test
    void wordsOverAJoinedSegmentAreWrittenOnce() throws IOException {
        join(entry("It was night."));
        confirm(entry("It was night.  Nobody slept."), "شب بود و کسی نخوابید.");
        assertThat(translation())
                .isEqualTo(SOURCE.replace("It was night.  Nobody slept.", "شب بود و کسی نخوابید."));
    }

    @Test
    void wordsOverBothPartsOfASplitSegmentAreWrittenOnce() throws IOException {
        confirm(entry("It was night."), "شب بود.");
        split(entry("It was night."), "It was".length());
        assertThat(translation()).isEqualTo(SOURCE.replace("It was night.", "شب بود."));
    }

    @Test
    void bothPartsOfASplitSegmentWithoutWordsKeepTheirSource() throws IOException {
        split(entry("It was night."), "It was".length());
        assertThat(translation()).isEqualTo(SOURCE);
    }

    @Test
    void wordsOfTwoSegmentsJoinedLaterAreWrittenOnceEach() throws IOException {
        confirm(entry("It was night."), "شب بود.");
        confirm(entry("Nobody slept."), "کسی نخوابید.");
        join(entry("It was night."));
        assertThat(translation()).containsOnlyOnce("شب بود.").containsOnlyOnce("کسی نخوابید.");
        assertThat(translation()).endsWith(SOURCE.substring(SOURCE.indexOf(" \tThen")));
    }

    @Test
    void theSourceComesBackByteForByteHoweverItWasCutAndTranslated() throws IOException {
        confirm(entry("The lantern"), "فانوس");
        split(entry("Then it rained."), "Then".length());
        join(entry("It was night."));
        assertThat(source(document)).isEqualTo(SOURCE.getBytes(UTF_8));
    }

    @Test
    void theSourceKeepsItsCharsetAndTheTranslationIsUtf8() throws IOException {
        var windows1256 = Charset.forName("windows-1256");
        var file = "It was night: شب.\r\nSo.\r\n".getBytes(windows1256);
        document = imported(file, windows1256);
        confirm(entry("So."), "چنین بود، می‌دانی.");
        assertThat(source(document)).isEqualTo(file);
        assertThat(translation()).isEqualTo("It was night: شب.\r\nچنین بود، می‌دانی.\r\n");
    }

    @Test
    void lineBreaksAndMarksInsideATranslationAreWrittenAsTheyAre() throws IOException {
        var words = "\u200Cشب\r\nبود \u2067x\u2069\t𐎠 ";
        confirm(entry("It was night."), words);
        assertThat(translation()).isEqualTo(SOURCE.replace("It was night.", words));
    }

    @Test
    void anOriginalThatIsReadDifferentlyThanAtTheImportGivesThePlainFormAndSaysSo()
            throws IOException {
        var before = translation();
        database.sql("update document set extraction_sha256 = ? where id = ?")
                .params(new byte[32], document.value())
                .update();
        var out = new ByteArrayOutputStream();
        assertThat(exports.translation(document, out, sara))
                .isEqualTo(new ExportResult.ExportedPlain(out.size()));
        assertThat(out.toString(UTF_8)).isEqualTo(before);
    }

    private DocumentId imported(byte[] file, Charset charset) {
        var result =
                imports.importText(project, "night.txt", file, charset, collective.administrator());
        assertThat(result).isInstanceOf(Imported.class);
        return ((Imported) result).document();
    }

    private String translation() throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(exports.translation(document, out, mina))
                .isEqualTo(new ExportResult.Exported(out.size()));
        return out.toString(UTF_8);
    }

    private byte[] source(DocumentId id) throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(exports.source(id, out, mina)).isEqualTo(new ExportResult.Exported(out.size()));
        return out.toByteArray();
    }

    private Entry entry(String source) {
        return collective.entries(document).stream()
                .filter(entry -> entry.source().text().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private Rendering confirm(Entry entry, String words) {
        return saved(
                renderings.confirm(
                        entry.rendering().id(),
                        entry.rendering().version(),
                        TaggedText.plain(words),
                        Origin.TYPED,
                        sara));
    }

    private void split(Entry entry, int at) {
        assertThat(segments.split(entry.segment(), version(entry), at, sara))
                .isInstanceOf(ShapeResult.Shaped.class);
    }

    private void join(Entry entry) {
        assertThat(segments.join(entry.segment(), version(entry), sara))
                .isInstanceOf(ShapeResult.Shaped.class);
    }

    private long version(Entry entry) {
        return segments.version(entry.segment(), sara);
    }

    private static Rendering saved(SaveResult result) {
        assertThat(result).isInstanceOf(Saved.class);
        return ((Saved) result).rendering();
    }
}

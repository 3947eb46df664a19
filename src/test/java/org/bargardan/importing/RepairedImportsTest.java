package org.bargardan.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.account.UserId;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Documents;
import org.bargardan.document.Original;
import org.bargardan.document.ParagraphKind;
import org.bargardan.document.RepairState;
import org.bargardan.document.Repairs;
import org.bargardan.document.Repairs.UndoResult;
import org.bargardan.document.Segments;
import org.bargardan.exporting.ExportResult;
import org.bargardan.exporting.Exports;
import org.bargardan.format.FileFormat.Progress;
import org.bargardan.format.FileFormats;
import org.bargardan.format.SharedFiles;
import org.bargardan.format.TextEdit;
import org.bargardan.importing.ImportResult.Imported;
import org.bargardan.importing.RepairChoices.Typed;
import org.bargardan.importing.RepairedFile.Repair;
import org.bargardan.project.LanguagePair;
import org.bargardan.project.ProjectId;
import org.bargardan.project.Projects;
import org.bargardan.project.SentenceRules;
import org.bargardan.text.RuleName;
import org.bargardan.text.SrxRules;
import org.bargardan.text.WrittenRule;
import org.bargardan.text.repair.RepairEdit;
import org.bargardan.text.repair.RepairStyle;
import org.bargardan.text.repair.RepairStyle.Digits;
import org.bargardan.text.repair.RepairStyle.Ezafe;
import org.bargardan.text.repair.RepairStyle.Plural;
import org.bargardan.text.repair.RepairStyle.Quotes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@House
class RepairedImportsTest {

    private static final String BRIDGE =
            "پل كهنه\n\nاو مي گفت پل هاي شهر را مي شناسد. كسي باور نمي كرد.\n\nشب بود.\n";

    @Autowired private Collective collective;
    @Autowired private Imports imports;
    @Autowired private Exports exports;
    @Autowired private Documents documents;
    @Autowired private Segments segments;
    @Autowired private Repairs repairs;
    @Autowired private Projects projects;
    @Autowired private SentenceRules rules;
    @Autowired private JdbcClient database;

    private UserId golnar;
    private ProjectId project;

    @BeforeEach
    void aProject() {
        golnar = collective.administrator();
        project = projects.create("Bridges", new LanguagePair("fa", "en"), golnar);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000.txt", "001.txt", "002.txt", "003.txt"})
    void repairsAreKeptAndTakenBackTheyGiveTheOriginal(String name) throws IOException {
        var file = Files.readAllBytes(SharedFiles.path("seeds/" + name));
        var repaired = RepairedFile.of(read(name, file), RepairChoices.DEFAULT);
        assertThat(repaired.repairs()).isNotEmpty();
        var document = stored(repaired, List.of());
        var text = new StoredDocument(database, document).text();
        assertThat(text).isEqualTo(repaired.document().text());
        var kept = documents.repairs(document, golnar);
        assertThat(kept).hasSameSizeAs(repaired.repairs());
        assertThat(undone(text, kept)).isEqualTo(decoded(file));
        assertThat(new StoredDocument(database, document).notCoveredOnce()).isZero();
        assertThat(exported(document)).isEqualTo(text);
    }

    @Test
    void aRefusedRepairIsKeptAsSuchAndItsPlaceStaysAsItCame() {
        var read = read("bridge.txt", BRIDGE.getBytes(UTF_8));
        var all = RepairedFile.of(read, RepairChoices.DEFAULT);
        var unwanted = all.repairs().getFirst();
        var some = RepairedFile.of(read, refusing(unwanted));
        assertThat(some.document().paragraphs().getFirst().text()).isEqualTo("پل كهنه");
        var document = stored(some, List.of());
        assertThat(documents.repairs(document, golnar))
                .filteredOn(repair -> repair.state() == RepairState.REFUSED)
                .extracting(repair -> repair.before())
                .containsExactly(unwanted.edit().before());
        assertThat(exported(document)).startsWith("پل كهنه\n\nاو می\u200cگفت");
    }

    @Test
    void aRuleThatIsOffLeavesTheTextAlone() {
        var read = read("bridge.txt", BRIDGE.getBytes(UTF_8));
        var choices =
                new RepairChoices(
                        Set.of("arabic-letters"),
                        Set.of(),
                        List.of(),
                        List.of(),
                        RepairStyle.DEFAULT);
        assertThat(RepairedFile.of(read, choices).document().text()).contains("كهنه", "كسي");
    }

    @Test
    void aTextIsRepairedInTheStyleOfItsProject() {
        var read = read("house.txt", "خانهٔ ما و کارها در سال 1301 و \"نامه\"".getBytes(UTF_8));
        var style =
                new RepairStyle(Ezafe.YEH, Plural.WITH_JOINER, Digits.PERSIAN, Quotes.GUILLEMETS);
        projects.decide(project, style, golnar);
        assertThat(repaired(read, projects.get(project).style()))
                .isEqualTo("خانه‌ی ما و کار‌ها در سال ۱۳۰۱ و «نامه»");
        assertThat(repaired(read, RepairStyle.DEFAULT))
                .isEqualTo("خانهٔ ما و کارها در سال 1301 و \"نامه\"");
    }

    @Test
    void aTextIsCutByTheRulesOfItsProjectFirst() {
        var file = "باران بارید؛ رود آمد. پل ماند.".getBytes(UTF_8);
        var before = RepairedFile.untouched(read("rain.txt", file));
        assertThat(segments(before)).containsExactly("باران بارید؛ رود آمد.", "پل ماند.");
        rules.decide(
                project, SrxRules.write(List.of(new WrittenRule(true, "؛", "\\s", ""))), 0, golnar);
        var after = RepairedFile.untouched(read("rain.txt", file));
        assertThat(segments(after)).containsExactly("باران بارید؛", "رود آمد.", "پل ماند.");
        assertThat(segments(before.cutBy(rules.segmenter(project, golnar))))
                .isEqualTo(segments(after));
        assertThat(imports.store(project, after, List.of(), golnar))
                .isInstanceOfSatisfying(
                        ImportResult.Imported.class,
                        imported -> assertThat(imported.segments()).isEqualTo(3));
    }

    @Test
    void whoseRuleIsTooSlowForATextIsTold() {
        rules.decide(
                project,
                SrxRules.write(List.of(new WrittenRule(true, "", "(ا+)+؛", ""))),
                0,
                golnar);
        var file = ("ا".repeat(3_000) + ". پل ماند.").getBytes(UTF_8);
        assertThat(RepairedFile.untouched(read("a.txt", file)).rulesLeftOut())
                .extracting(RuleName::number)
                .containsExactly(1);
    }

    private static List<String> segments(RepairedFile repaired) {
        return repaired.paragraphs(List.of()).stream()
                .flatMap(paragraph -> paragraph.segments().stream())
                .map(segment -> segment.source().text())
                .toList();
    }

    private static String repaired(ReadFile read, RepairStyle style) {
        return RepairedFile.of(read, RepairChoices.of(style)).document().text();
    }

    @Test
    void whatAPersonTypedStandsWhateverTheRulesWouldDo() {
        var read = read("bridge.txt", BRIDGE.getBytes(UTF_8));
        int at = BRIDGE.indexOf("او مي");
        var typed = new Typed(at, BRIDGE.indexOf("مي شناسد"), "گفت که پل‌ها را خوب ");
        var repaired = RepairedFile.of(read, typing(typed));
        assertThat(repaired.document().paragraphs().get(1).text())
                .startsWith("گفت که پل‌ها را خوب می\u200cشناسد.");
        var document = stored(repaired, List.of());
        assertThat(undone(repaired.document().text(), documents.repairs(document, golnar)))
                .isEqualTo(BRIDGE);
        assertThat(exported(document)).isEqualTo(repaired.document().text());
    }

    @Test
    void aPersonSplitsAndJoinsParagraphsByTyping() {
        var read = read("bridge.txt", BRIDGE.getBytes(UTF_8));
        int split = BRIDGE.indexOf(" كسي");
        int join = BRIDGE.indexOf("\n\nشب");
        var repaired =
                RepairedFile.of(
                        read,
                        typing(
                                new Typed(split, split + 1, "\n\n"),
                                new Typed(join, join + 2, " ")));
        assertThat(repaired.document().paragraphs())
                .extracting(paragraph -> paragraph.text())
                .containsExactly(
                        "پل کهنه",
                        "او می\u200cگفت پل\u200cهای شهر را می\u200cشناسد.",
                        "کسی باور نمی\u200cکرد. شب بود.");
        assertThat(exported(stored(repaired, List.of()))).isEqualTo(repaired.document().text());
    }

    @Test
    void paragraphsAreWhatAPersonSaysTheyAre() {
        var repaired =
                RepairedFile.of(read("bridge.txt", BRIDGE.getBytes(UTF_8)), RepairChoices.DEFAULT);
        var starts = repaired.paragraphStarts();
        var document =
                stored(
                        repaired,
                        List.of(
                                new ParagraphMark(starts[1], ParagraphKind.VERSE, 0, true),
                                new ParagraphMark(starts[2], ParagraphKind.QUOTE, 0, false)));
        assertThat(segments.paragraphs(document, golnar))
                .extracting(paragraph -> paragraph.kind())
                .containsExactly(ParagraphKind.HEADING, ParagraphKind.VERSE, ParagraphKind.QUOTE);
        assertThat(segments.paragraphs(document, golnar).get(1).segments()).hasSize(1);
        assertThat(collective.entries(document)).hasSize(2);
    }

    @Test
    void aPdfKeepsItsPagesAndItsNotesKnowTheirMarks() throws IOException {
        byte[] file;
        try (var in = getClass().getResourceAsStream("/format/pdf/footnotes.pdf")) {
            file = in.readAllBytes();
        }
        var outcome =
                imports.read(
                        project, "notes.pdf", file, FileFormats.PDF, "", Progress.NONE, golnar);
        var repaired = RepairedFile.of(((ReadOutcome.Read) outcome).file(), RepairChoices.DEFAULT);
        var document = stored(repaired, List.of());
        assertThat(
                        database.sql(
                                        "select max(page) from document_paragraph where document_id = ?")
                                .param(document.value())
                                .query(Integer.class)
                                .single())
                .isPositive();
        assertThat(
                        database.sql("select count(*) from document_note where document_id = ?")
                                .param(document.value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(4);
        assertThat(exported(document)).isEqualTo(repaired.document().text());
        assertThat(documents.original(document, golnar))
                .extracting(Original::filter)
                .isEqualTo("pdf-text");
    }

    @Test
    void anySingleRepairIsTakenBackLaterAndTheExportStillFits() throws IOException {
        var read = read("bridge.txt", BRIDGE.getBytes(UTF_8));
        var document = stored(RepairedFile.of(read, RepairChoices.DEFAULT), List.of());
        var all = documents.repairs(document, golnar);
        int undone = 0;
        for (var repair : all) {
            if (repairs.undo(document, repair.n(), golnar) instanceof UndoResult.Undone) {
                undone++;
                assertThat(exported(document))
                        .isEqualTo(new StoredDocument(database, document).text());
            }
        }
        assertThat(undone).isEqualTo(all.size());
        assertThat(new StoredDocument(database, document).text()).isEqualTo(BRIDGE);
        assertThat(documents.repairs(document, golnar))
                .extracting(repair -> repair.state())
                .containsOnly(RepairState.UNDONE);
    }

    @Test
    void repairsAreSeenAmongTheWordsAroundThem() {
        var read = read("bridge.txt", BRIDGE.getBytes(UTF_8));
        var document = stored(RepairedFile.of(read, RepairChoices.DEFAULT), List.of());
        var seen = repairs.seen(document, "", 0, 100, golnar);
        var text = new StoredDocument(database, document).text();
        assertThat(seen)
                .allSatisfy(one ->
                        assertThat(text).contains(one.left() + one.repair().after() + one.right()));
        assertThat(repairs.counts(document, golnar).values().stream().mapToInt(n -> n).sum())
                .isEqualTo(seen.size());
        assertThat(repairs.seen(document, seen.getFirst().repair().rule(), 0, 100, golnar))
                .hasSize(repairs.counts(document, golnar).get(seen.getFirst().repair().rule()));
    }

    private ReadFile read(String name, byte[] file) {
        var outcome =
                imports.read(
                        project, name, file, FileFormats.PLAIN_TEXT, "", Progress.NONE, golnar);
        assertThat(outcome).isInstanceOf(ReadOutcome.Read.class);
        return ((ReadOutcome.Read) outcome).file();
    }

    private DocumentId stored(RepairedFile repaired, List<ParagraphMark> marks) {
        var result = imports.store(project, repaired, marks, golnar);
        assertThat(result).isInstanceOf(Imported.class);
        return ((Imported) result).document();
    }

    private String exported(DocumentId document) {
        var out = new ByteArrayOutputStream();
        try {
            assertThat(exports.translation(document, out, golnar))
                    .isInstanceOf(ExportResult.Exported.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(UTF_8);
    }

    private static RepairChoices refusing(Repair repair) {
        var edit = repair.edit();
        return new RepairChoices(
                Set.of(),
                Set.of(),
                List.of(new RepairEdit(edit.at(), edit.before(), edit.after(), repair.rules())),
                List.of(),
                RepairStyle.DEFAULT);
    }

    private static RepairChoices typing(Typed... typed) {
        return new RepairChoices(
                Set.of(), Set.of(), List.of(), List.of(typed), RepairStyle.DEFAULT);
    }

    /// The stored text with every repair that is in it taken back, from the last to the first.
    private static String undone(String text, List<org.bargardan.document.Repair> repairs) {
        var backwards = new ArrayList<TextEdit>();
        int shift = 0;
        for (var repair : repairs) {
            if (repair.state() == RepairState.APPLIED) {
                backwards.add(new TextEdit(repair.at() + shift, repair.after(), repair.before()));
                shift += repair.after().length() - repair.before().length();
            }
        }
        return TextEdit.applied(text, backwards);
    }

    private static String decoded(byte[] file) {
        return new String(file, UTF_8).replaceFirst("^\uFEFF", "");
    }
}

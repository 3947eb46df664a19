package org.bargardan.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.account.UserId;
import org.bargardan.base.NotAllowedException;
import org.bargardan.base.NotFoundException;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Documents;
import org.bargardan.document.ParagraphText;
import org.bargardan.document.Segments;
import org.bargardan.exporting.ExportResult;
import org.bargardan.exporting.Exports;
import org.bargardan.format.Detection;
import org.bargardan.format.FormatProblem;
import org.bargardan.format.SharedFiles;
import org.bargardan.importing.ImportResult.Failed;
import org.bargardan.importing.ImportResult.Imported;
import org.bargardan.project.LanguagePair;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@House
class ImportsTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final String LANTERN =
            "The lantern\n\nIt was night. Nobody slept.\n\n\n  And then it rained.\n";

    @Autowired private Collective collective;
    @Autowired private Imports imports;
    @Autowired private Exports exports;
    @Autowired private Documents documents;
    @Autowired private Segments segments;
    @Autowired private Projects projects;
    @Autowired private JdbcClient database;

    private UserId golnar;
    private ProjectId project;

    @BeforeEach
    void aProject() {
        golnar = collective.administrator();
        project = collective.project();
    }

    @Test
    void aFileBecomesParagraphsAndSegmentsInOrder() {
        var imported = imported("lantern.txt", LANTERN.getBytes(UTF_8), UTF_8);
        assertThat(imported.paragraphs()).isEqualTo(3);
        assertThat(imported.segments()).isEqualTo(4);
        assertThat(segments.paragraphs(imported.document(), golnar))
                .extracting(ParagraphText::source)
                .containsExactly(
                        "The lantern", "It was night. Nobody slept.", "And then it rained.");
        assertThat(documents.get(imported.document(), golnar).title()).isEqualTo("The lantern");
        assertKept(imported, LANTERN.getBytes(UTF_8), LANTERN);
    }

    @ParameterizedTest
    @CsvSource({
        "000.txt, fa, en",
        "001.txt, fa, en",
        "002.txt, fa, en",
        "003.txt, fa, en",
        "004.txt, en, fa"
    })
    void textsAsPeopleHaveThemAreKeptExactly(String name, String source, String target)
            throws IOException {
        var file = Files.readAllBytes(SharedFiles.path("seeds/" + name));
        project = projects.create("Seeds", new LanguagePair(source, target), golnar);
        var imported = imported(name, file, UTF_8);
        assertThat(imported.segments()).isGreaterThanOrEqualTo(imported.paragraphs()).isPositive();
        assertThat(new StoredDocument(database, imported.document()).segments())
                .isEqualTo(imported.segments());
        assertKept(imported, file, new String(file, UTF_8).replaceFirst("^\uFEFF", ""));
    }

    @Test
    void aPamphletOfManyParagraphsStaysInItsOrder() throws IOException {
        var file = Files.readAllBytes(SharedFiles.path("seeds/004.txt"));
        var imported = imported("004.txt", file, UTF_8);
        assertThat(imported.paragraphs()).isGreaterThan(190);
        assertThat(imported.segments()).isGreaterThan(750);
        var text = new String(file, UTF_8);
        int at = 0;
        for (var paragraph : segments.paragraphs(imported.document(), golnar)) {
            at = text.indexOf(paragraph.source(), at);
            assertThat(at).as(paragraph.source()).isNotNegative();
            at += paragraph.source().length();
        }
        assertThat(collective.entries(imported.document()))
                .extracting(entry -> entry.number())
                .isEqualTo(IntStream.rangeClosed(1, imported.segments()).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200F ", "\u200C\t", "\u202B\u00A0", "\uFEFF \u200E "})
    void marksBeforeTheFirstWordBelongToItsSentence(String marks) {
        var text = "One.\n" + marks + "It was night. Nobody slept.\n";
        var imported = imported("a.txt", text.getBytes(UTF_8), UTF_8);
        assertThat(imported.segments()).isEqualTo(3);
        assertThat(collective.entries(imported.document()))
                .extracting(entry -> entry.source().text())
                .containsExactly("One.", marks + "It was night.", "Nobody slept.");
        assertKept(imported, text.getBytes(UTF_8), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200F", "\u200E \u200C", "\uFEFF", "\u00AD", "\u202A\u202C"})
    void aParagraphOfMarksAloneIsKeptAndNotTranslated(String marks) throws IOException {
        var text = "One.\n" + marks + "\nTwo.\n";
        var imported = imported("a.txt", text.getBytes(UTF_8), UTF_8);
        assertThat(collective.entries(imported.document()))
                .extracting(entry -> entry.source().text())
                .containsExactly("One.", "Two.");
        assertKept(imported, text.getBytes(UTF_8), text);
        var out = new ByteArrayOutputStream();
        exports.translation(imported.document(), out, golnar);
        assertThat(out.toString(UTF_8)).isEqualTo(text);
    }

    /// More segments than one statement writes, and more paragraphs than stand in one batch.
    @Test
    void aLongTextIsWrittenInManyPiecesAndStaysInOrder() {
        var text = new StringBuilder();
        for (int i = 1; i <= 1_203; i++) {
            text.append("This is sentence ").append(i).append(". So it goes on here.\n");
        }
        var imported = imported("long.txt", text.toString().getBytes(UTF_8), UTF_8);
        assertThat(imported.segments()).isEqualTo(2 * 1_203);
        assertKept(imported, text.toString().getBytes(UTF_8), text.toString());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoTextIsRefusedAndNothingIsStored(NoText file) {
        assertRefused(file.bytes(), UTF_8, file.kind);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOISE", "ZEROES", "ONE_NULL"})
    void whatIsNoTextInAnyCharsetIsKnownBeforeSomebodyNamesOne(NoText file) {
        assertThat(imports.detect("a.txt", file.bytes()))
                .isInstanceOfSatisfying(
                        Detection.NotText.class,
                        notText ->
                                assertThat(notText.problem().kind())
                                        .isEqualTo(FormatProblem.Kind.BINARY));
    }

    @Test
    void aPictureIsRefusedInWhicheverCharsetItIsCalledText() {
        assertRefused(NoText.PICTURE.bytes(), ISO_8859_1, FormatProblem.Kind.IMAGE);
    }

    @Test
    void aReaderMayNotImport() {
        var reader = collective.member(project, "reader", ProjectRole.READER);
        var before = StoredDocument.rows(database);
        assertThatThrownBy(() -> importText("a.txt", "A text.".getBytes(UTF_8), UTF_8, reader))
                .isInstanceOf(NotAllowedException.class);
        assertThat(StoredDocument.rows(database)).isEqualTo(before);
    }

    @Test
    void aReviewerAloneMayNotImportAndATranslatorMay() {
        var mina = collective.member(project, "mina", ProjectRole.REVIEWER);
        var sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
        assertThatThrownBy(() -> importText("a.txt", "A text.".getBytes(UTF_8), UTF_8, mina))
                .isInstanceOf(NotAllowedException.class);
        assertThat(importText("a.txt", "A text.".getBytes(UTF_8), UTF_8, sara))
                .isInstanceOf(Imported.class);
    }

    @Test
    void aStrangerDoesNotLearnThatTheProjectExists() {
        var stranger = collective.member(collective.project(), "stranger", ProjectRole.MANAGER);
        var before = StoredDocument.rows(database);
        assertThatThrownBy(() -> importText("a.txt", "A text.".getBytes(UTF_8), UTF_8, stranger))
                .isInstanceOf(NotFoundException.class);
        assertThat(StoredDocument.rows(database)).isEqualTo(before);
        var imported = imported("a.txt", "A text.".getBytes(UTF_8), UTF_8);
        assertThatThrownBy(() ->
                        exports.source(imported.document(), new ByteArrayOutputStream(), stranger))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        exports.translation(
                                imported.document(), new ByteArrayOutputStream(), stranger))
                .isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    book.txt                        | book.txt             | book
                    ../../etc/passwd                | passwd               | passwd
                    C:\\Users\\sara\\book.txt       | book.txt             | book
                    ..\\..\\book.txt                | book.txt             | book
                    book/                           | text.txt             | text
                    ..                              | text.txt             | text
                    .                               | text.txt             | text
                    ''                              | text.txt             | text
                    .txt                            | .txt                 | .txt
                    'b\u202Etxt.exe'                | btxt.exe             | btxt
                    '\u2067کتاب\u2069.txt'          | کتاب.txt             | کتاب
                    'a\u0000b\tc\u001B[2J.txt'      | abc[2J.txt           | abc[2J
                    'cafe\u0301.txt'                | caf\u00e9.txt        | caf\u00e9
                    """)
    void aFileNameIsItsLastPartWithoutTricks(String name, String kept, String title) {
        var imported = imported(name, "It was night.".getBytes(UTF_8), UTF_8);
        assertThat(documents.original(imported.document(), golnar).fileName()).isEqualTo(kept);
        assertThat(documents.get(imported.document(), golnar).title()).isEqualTo(title);
    }

    /// Rare letters are two units of UTF-16 each, which one database counts and the other does not.
    @ParameterizedTest
    @ValueSource(strings = {"x", "ن", "𐎹"})
    void aLongNameOrHeadingIsShortened(String letter) {
        var named = imported(letter.repeat(400) + ".txt", "It was night.".getBytes(UTF_8), UTF_8);
        assertThat(documents.original(named.document(), golnar).fileName())
                .startsWith(letter.repeat(50));
        var headed =
                imported(
                        "a.txt",
                        (letter.repeat(180) + "\n\nIt was night. Nobody slept.\n").getBytes(UTF_8),
                        UTF_8);
        assertThat(documents.get(headed.document(), golnar).title()).isNotBlank();
    }

    @Test
    void peopleBringingTheSameFileAtOnceAllHaveItAndItIsStoredOnce() throws Exception {
        var file = ("The same, " + project + ".").getBytes(UTF_8);
        int people = 4;
        var together = new CountDownLatch(people);
        var results = new ArrayList<ImportResult>();
        try (var browsers = Executors.newFixedThreadPool(people)) {
            var attempts =
                    IntStream.range(0, people)
                            .<Callable<ImportResult>>mapToObj(n ->
                                    () -> {
                                        together.countDown();
                                        together.await();
                                        return importText("same.txt", file, UTF_8, golnar);
                                    })
                            .toList();
            for (var attempt : browsers.invokeAll(attempts)) {
                results.add(attempt.get());
            }
        }
        assertThat(results).hasSize(people).allMatch(Imported.class::isInstance);
        for (var result : results) {
            assertKept((Imported) result, file, new String(file, UTF_8));
        }
        assertThat(
                        results.stream()
                                .map(result -> ((Imported) result).document())
                                .map(document -> documents.original(document, golnar).file()))
                .containsOnly(
                        documents
                                .original(((Imported) results.getFirst()).document(), golnar)
                                .file());
    }

    private Imported imported(String name, byte[] file, Charset charset) {
        var result = importText(name, file, charset, golnar);
        assertThat(result).isInstanceOf(Imported.class);
        return (Imported) result;
    }

    private ImportResult importText(String name, byte[] file, Charset charset, UserId actor) {
        return imports.importText(project, name, file, charset, actor);
    }

    private void assertRefused(byte[] file, Charset charset, FormatProblem.Kind kind) {
        var before = StoredDocument.rows(database);
        assertThat(importText("file.txt", file, charset, golnar))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.problem().kind()).isEqualTo(kind));
        assertThat(StoredDocument.rows(database)).isEqualTo(before);
        assertThat(documents.of(project, golnar)).isEmpty();
    }

    private void assertKept(Imported imported, byte[] file, String text) {
        var stored = new StoredDocument(database, imported.document());
        assertThat(stored.text()).isEqualTo(text);
        assertThat(stored.notCoveredOnce()).isZero();
        assertThat(source(imported.document())).isEqualTo(file);
    }

    private byte[] source(DocumentId document) {
        var out = new ByteArrayOutputStream();
        try {
            assertThat(exports.source(document, out, golnar))
                    .isEqualTo(new ExportResult.Exported(out.size()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    /// What people drop by mistake.
    private enum NoText {
        NOTHING(FormatProblem.Kind.EMPTY),
        PDF(FormatProblem.Kind.PDF),
        DOCX(FormatProblem.Kind.ZIP_OR_OFFICE),
        PICTURE(FormatProblem.Kind.IMAGE),
        NOISE(FormatProblem.Kind.MALFORMED),
        ZEROES(FormatProblem.Kind.NOT_STORABLE),
        ONE_NULL(FormatProblem.Kind.NOT_STORABLE),
        A_LINE_OF_FIVE_MEGABYTES(FormatProblem.Kind.LINE_TOO_LONG),
        TWENTY_ONE_MEGABYTES(FormatProblem.Kind.TOO_LARGE);

        private final FormatProblem.Kind kind;

        NoText(FormatProblem.Kind kind) {
            this.kind = kind;
        }

        byte[] bytes() {
            return switch (this) {
                case NOTHING -> new byte[0];
                case PDF -> "%PDF-1.7\nBT (Hello) Tj ET\n".getBytes(UTF_8);
                case DOCX -> "PK\3\4word/document.xml".getBytes(UTF_8);
                case PICTURE -> "\u0089PNG\r\n\u001A\n text".getBytes(ISO_8859_1);
                case NOISE -> {
                    var bytes = new byte[4_000];
                    for (int i = 0; i < bytes.length; i++) {
                        bytes[i] = (byte) (i * i % 251);
                    }
                    yield bytes;
                }
                case ZEROES -> new byte[4_000];
                case ONE_NULL -> "It was \0 night.".getBytes(UTF_8);
                case A_LINE_OF_FIVE_MEGABYTES -> letters(5 * MEGABYTE);
                case TWENTY_ONE_MEGABYTES -> letters(21 * MEGABYTE);
            };
        }

        private static byte[] letters(int count) {
            var bytes = new byte[count];
            Arrays.fill(bytes, (byte) 'a');
            return bytes;
        }
    }
}

package org.bargardan.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.account.UserId;
import org.bargardan.base.NotAllowedException;
import org.bargardan.base.NotFoundException;
import org.bargardan.format.FormatProblem;
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.GeneratedTmx;
import org.bargardan.format.Mutations;
import org.bargardan.format.ReadTmx;
import org.bargardan.memory.MemoryImportResult.Imported;
import org.bargardan.memory.MemoryImportResult.NothingKept;
import org.bargardan.project.LanguagePair;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@House
class MemoryImportTest {

    private static final String NIGHT = tu("en", "It was night.", "fa", "شب بود.");
    private static final String RAIN = tu("en", "Then it rained.", "fa", "بعد باران آمد.");

    /// Another with `-Dseed=…`.
    private static final long SEED = Long.getLong("seed", 1402);

    @Autowired private Collective collective;
    @Autowired private MemoryImport memoryImport;
    @Autowired private MemoryExport export;
    @Autowired private Memories memories;
    @Autowired private Matches matches;
    @Autowired private Projects projects;
    @Autowired private JdbcClient database;

    private ProjectId project;
    private UserId manager;

    @BeforeEach
    void aManager() {
        project = collective.project();
        manager = collective.member(project, "mahin", ProjectRole.MANAGER);
    }

    @Test
    void aFileBecomesAMemoryOfItsOwn() throws IOException {
        var imported = imported("C:\\memories\\night.tmx", tmx(NIGHT, RAIN));
        assertThat(imported.report())
                .isEqualTo(new MemoryImportReport("night.tmx", 2, 2, 0, 0, 0, List.of(), 0));
        assertThat(memories.searched(project))
                .contains(new SearchedMemory(imported.memory(), MemoryKind.IMPORTED, "night.tmx"));
        assertThat(memories.size(imported.memory())).isEqualTo(2);
        assertThat(texts(imported.memory()))
                .containsExactly(
                        List.of("It was night.", "شب بود."),
                        List.of("Then it rained.", "بعد باران آمد."));
    }

    @Test
    void itsUnitsAreMatchesThatNobodyReviewedAndNobodyWrote() throws IOException {
        imported(
                "night.tmx",
                tmx(
                        NIGHT.replace(
                                "<tu>",
                                "<tu creationid=\"Sara\" creationdate=\"19990101T000000Z\">")));
        var match = matches.find(project, "It was night.", manager).getFirst();
        assertThat(match)
                .returns(100, Match::score)
                .returns("شب بود.", Match::target)
                .returns(MemoryKind.IMPORTED, Match::memory)
                .returns("night.tmx", Match::memoryName)
                .returns(null, Match::by)
                .returns(false, Match::reviewed);
        assertThat(match.at()).isAfter("2020-01-01T00:00:00Z");
    }

    @Test
    void anotherProjectDoesNotSeeThem() throws IOException {
        imported("night.tmx", tmx(NIGHT));
        var other = collective.project();
        var stranger = collective.member(other, "stranger", ProjectRole.MANAGER);
        assertThat(matches.find(other, "It was night.", stranger)).isEmpty();
        assertThatThrownBy(() -> matches.find(project, "It was night.", stranger))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theOtherDirectionIsOfUseToo() throws IOException {
        var imported =
                imported(
                        "night.tmx",
                        tmx(tu("fa-IR", "شب بود.", "en_US", "It was night."))
                                .replace("srclang=\"en\"", "srclang=\"fa-IR\""));
        assertThat(texts(imported.memory())).containsExactly(List.of("It was night.", "شب بود."));
        assertThat(languages(imported.memory())).containsExactly("en-US", "fa-IR");
        var english =
                projects.create("En", new LanguagePair("fa", "en"), collective.administrator());
        var same =
                (Imported)
                        memoryImport.importTmx(
                                english,
                                "night.tmx",
                                new ByteArrayInputStream(tmx(NIGHT).getBytes(UTF_8)),
                                collective.administrator());
        assertThat(texts(same.memory())).containsExactly(List.of("شب بود.", "It was night."));
    }

    @Test
    void languagesAreKnownUnderTheNamesThatProgramsGiveThem() throws IOException {
        for (var persian :
                List.of("fa", "FA_ir", "fa-AF", "prs", "per", "fas", "Farsi", "fa-Arab-IR")) {
            for (var english : List.of("en", "EN-us", "en_GB", "eng")) {
                var result =
                        imported("a.tmx", tmx(tu(english, "It was night.", persian, "شب بود.")));
                assertThat(result.report().kept()).as(english + " " + persian).isOne();
            }
        }
    }

    @Test
    void theNearestVariantOfALanguageIsKeptAndTheOthersTold() throws IOException {
        var british =
                projects.create("B", new LanguagePair("en-GB", "fa"), collective.administrator());
        var unit =
                tu("en-US", "The color.", "fr", "La couleur.")
                        .replace(
                                "</tu>",
                                tuv("en-GB", "The colour.")
                                        + tuv("fa", "رنگ.")
                                        + tuv("fa", "آن رنگ.")
                                        + "</tu>");
        var result =
                (Imported)
                        memoryImport.importTmx(
                                british,
                                "a.tmx",
                                new ByteArrayInputStream(tmx(unit).getBytes(UTF_8)),
                                collective.administrator());
        assertThat(texts(result.memory())).containsExactly(List.of("The colour.", "رنگ."));
        assertThat(result.report().problems())
                .containsExactly(new FormatProblem(4, 0, Kind.SECOND_VARIANT, List.of("en-US")));
    }

    @Test
    void unitsAreCountedByWhatBecameOfThem() throws IOException {
        var result =
                imported(
                        "a.tmx",
                        tmx(
                                NIGHT,
                                NIGHT,
                                tu("en", "It was night.", "fr", "Il faisait nuit."),
                                tu("en", "a", "fa", " \u200C"),
                                tu("en", "<seg>", "fa", "ب"),
                                RAIN));
        assertThat(result.report())
                .returns(6, MemoryImportReport::read)
                .returns(2, MemoryImportReport::kept)
                .returns(1, MemoryImportReport::doubled)
                .returns(1, MemoryImportReport::otherLanguages)
                .returns(2, MemoryImportReport::leftOut);
        assertThat(result.report().problems())
                .extracting(FormatProblem::line, FormatProblem::kind)
                .containsExactly(tuple(7, Kind.EMPTY_TEXT), tuple(8, Kind.DAMAGED_UNIT));
    }

    @Test
    void thousandsOfUnitsAreStoredInChunks() throws IOException {
        var units =
                IntStream.range(0, 1_234)
                        .mapToObj(i -> tu("en", "Night " + i + ".", "fa", "شب " + i + "."))
                        .toArray(String[]::new);
        var imported = imported("a.tmx", tmx(units));
        assertThat(imported.report().kept()).isEqualTo(1_234);
        assertThat(memories.size(imported.memory())).isEqualTo(1_234);
        assertThat(
                        database.sql("select change_no from memory where id = ?")
                                .param(imported.memory().value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(3);
        assertThat(matches.find(project, "Night 1233.", manager).getFirst().target())
                .isEqualTo("شب 1233.");
    }

    @Test
    void theFirstProblemsAreNamedAndTheOthersCounted() throws IOException {
        var broken = tu("en", "a & b", "fa", "ب ");
        var units =
                IntStream.range(0, 250)
                        .mapToObj(i -> broken.replace("ب", "ب" + i))
                        .toArray(String[]::new);
        var report = imported("a.tmx", tmx(units)).report();
        assertThat(report.kept()).isEqualTo(250);
        assertThat(report.problems()).hasSize(200);
        assertThat(report.moreProblems()).isEqualTo(50);
    }

    @Test
    void whereNothingCanBeKeptThereIsNoMemory() throws IOException {
        int before = memories.searched(project).size();
        for (var file : List.of("", "no TMX", tmx(), tmx(tu("de", "Nacht", "fr", "Nuit")))) {
            assertThat(run("a.tmx", file.getBytes(UTF_8), manager)).isInstanceOf(NothingKept.class);
        }
        assertThat(memories.searched(project)).hasSize(before);
    }

    @Test
    void theNameIsThatOfTheFileWithoutItsTricks() throws IOException {
        assertThat(imported("../../etc/pass\u202Ewd\u0000xmt.exe", tmx(NIGHT)).report().fileName())
                .isEqualTo("passwdxmt.exe");
        assertThat(imported("..", tmx(NIGHT)).report().fileName()).isEqualTo("memory.tmx");
        assertThat(imported("ب".repeat(500), tmx(NIGHT)).report().fileName()).hasSize(200);
    }

    @Test
    void onlyManagersBringMemoriesInAndTakeThemOut() throws IOException {
        var imported = imported("a.tmx", tmx(NIGHT));
        var translator =
                collective.member(project, "omid", ProjectRole.TRANSLATOR, ProjectRole.REVIEWER);
        var stranger = collective.member(collective.project(), "s", ProjectRole.MANAGER);
        var file = tmx(NIGHT).getBytes(UTF_8);
        assertThatThrownBy(() -> run("a.tmx", file, translator))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> run("a.tmx", file, stranger))
                .isInstanceOf(NotFoundException.class);
        var out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> export.imported(imported.memory(), out, translator))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> export.imported(imported.memory(), out, stranger))
                .isInstanceOf(NotFoundException.class);
        var working = memories.of(project, MemoryKind.WORKING);
        assertThatThrownBy(() -> export.imported(working, out, manager))
                .isInstanceOf(NotFoundException.class);
        assertThat(out.size()).isZero();
    }

    @Test
    void whatCameInGoesOutAgain() throws IOException {
        var units = GeneratedTmx.units(SEED, 60);
        var imported = imported("a.tmx", GeneratedTmx.file(units));
        var out = new ByteArrayOutputStream();
        assertThat(export.imported(imported.memory(), out, manager)).isEmpty();
        var read = ReadTmx.of(out.toByteArray());
        assertThat(read.problems()).isEmpty();
        assertThat(read.texts())
                .as("-Dseed=%d", SEED)
                .containsExactlyInAnyOrderElementsOf(
                        ReadTmx.of(GeneratedTmx.file(units)).texts().stream().distinct().toList());
        assertThat(
                        read.units().stream()
                                .flatMap(unit -> unit.variants().stream())
                                .mapToLong(variant -> variant.codes().size())
                                .sum())
                .isPositive();
    }

    @Test
    void theImportIsInTheAuditLog() throws IOException {
        imported("a.tmx", tmx(NIGHT, RAIN));
        assertThat(
                        database.sql(
                                        "select detail from account_audit_entry where subject = ? and"
                                                + " action = 'imported' and actor = ?")
                                .params("project:" + project.value(), manager.value())
                                .query(String.class)
                                .list())
                .containsExactly("tmx units=2");
    }

    @Test
    void whateverIsLeftOfADamagedFileCanBeStored() throws IOException {
        var mutations = new Mutations(SEED);
        int kept = 0;
        for (int i = 0; i < 60; i++) {
            var mutant = mutations.of(GeneratedTmx.file(GeneratedTmx.units(SEED + i % 5, 15)));
            var report = run("a.tmx", mutant.file(), manager).report();
            assertThat(report.read())
                    .as("file %d of -Dseed=%d (%s)", i, SEED, mutant.how())
                    .isEqualTo(
                            report.kept()
                                    + report.doubled()
                                    + report.otherLanguages()
                                    + report.leftOut());
            kept += report.kept();
        }
        assertThat(kept).isGreaterThan(300);
        for (var memory : memories.searched(project)) {
            if (memory.kind() == MemoryKind.IMPORTED) {
                export.imported(memory.id(), new ByteArrayOutputStream(), manager);
            }
        }
    }

    private Imported imported(String name, String file) throws IOException {
        return imported(name, file.getBytes(UTF_8));
    }

    private Imported imported(String name, byte[] file) throws IOException {
        var result = run(name, file, manager);
        assertThat(result).isInstanceOf(Imported.class);
        return (Imported) result;
    }

    private MemoryImportResult run(String name, byte[] file, UserId actor) throws IOException {
        return memoryImport.importTmx(project, name, new ByteArrayInputStream(file), actor);
    }

    private List<List<String>> texts(MemoryId memory) {
        return database.sql(
                        """
                        select s.text as source, t.text as target from memory_unit u
                        join memory_variant s on s.unit_id = u.id and s.n = 0
                        join memory_variant t on t.unit_id = u.id and t.n = 1
                        where u.memory_id = ? order by u.id
                        """)
                .param(memory.value())
                .query((row, n) -> List.of(row.getString("source"), row.getString("target")))
                .list();
    }

    private List<String> languages(MemoryId memory) {
        return database.sql(
                        """
                        select v.lang from memory_variant v join memory_unit u on u.id = v.unit_id
                        where u.memory_id = ? order by u.id, v.n
                        """)
                .param(memory.value())
                .query(String.class)
                .list();
    }

    private static String tmx(String... units) {
        return """
        <tmx version="1.4">
        <header creationtool="T" srclang="en"/>
        <body>
        %s
        </body>
        </tmx>
        """
                .formatted(Arrays.stream(units).collect(Collectors.joining("\n")));
    }

    private static String tu(String lang, String text, String otherLang, String otherText) {
        return "<tu>" + tuv(lang, text) + tuv(otherLang, otherText) + "</tu>";
    }

    private static String tuv(String lang, String text) {
        return "<tuv xml:lang=\"" + lang + "\"><seg>" + text + "</seg></tuv>";
    }
}

package org.bargardan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.account.UserId;
import org.bargardan.base.NotAllowedException;
import org.bargardan.document.ReimportResult.Reimported;
import org.bargardan.document.ReimportResult.Stale;
import org.bargardan.document.ReimportResult.Unchanged;
import org.bargardan.document.SaveResult.Conflict;
import org.bargardan.document.SaveResult.Saved;
import org.bargardan.document.ShapeResult.Shaped;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@House
class ReimportsTest {

    private static final String[] TEXT = {
        "The press came by barge.\nIt was wet.\nNobody laughed.", "It worked.", "So it went on."
    };
    private static final TaggedText WET = TaggedText.plain("خیس بود.");
    private static final TaggedText WORKED = TaggedText.plain("کار کرد.");

    @Autowired private Collective collective;
    @Autowired private Reimports reimports;
    @Autowired private Segments segments;
    @Autowired private Documents documents;
    @Autowired private DocumentDeletion deletion;
    @Autowired private StoredOriginals originals;
    @Autowired private Renderings renderings;
    @Autowired private JdbcClient database;

    private ProjectId project;
    private UserId golnar;
    private UserId sara;
    private UserId mina;
    private DocumentId document;

    @BeforeEach
    void aDocument() {
        project = collective.project();
        golnar = collective.administrator();
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
        mina = collective.member(project, "mina", ProjectRole.REVIEWER);
        document = collective.document(project, TEXT);
    }

    @Test
    void theSameFileChangesNothing() {
        confirm(entry("It was wet."), WET);
        long before = documents.get(document).changeNo();
        var rows = rows();
        assertThat(reimport(TEXT)).isInstanceOf(Unchanged.class);
        assertThat(documents.get(document).changeNo()).isEqualTo(before);
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void theSameFileChangesNothingOfTheCutThatPeopleMade() {
        assertThat(split("The press came by barge.", 14)).isInstanceOf(Shaped.class);
        assertThat(join("It was wet.")).isInstanceOf(Shaped.class);
        var rows = rows();
        assertThat(reimport(TEXT)).isInstanceOf(Unchanged.class);
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void aChangedSourceKeepsItsSegmentAndItsWordsAndReopensThemSayingWhy() {
        var before = entry("It was wet.");
        approve(confirm(before, WET));
        assertThat(
                        reimport(
                                "The press came by barge.\nIt was very wet.\nNobody laughed.",
                                TEXT[1],
                                TEXT[2]))
                .isInstanceOf(Reimported.class);
        var after = entry("It was very wet.");
        assertThat(after.segment()).isEqualTo(before.segment());
        assertThat(after.rendering().id()).isEqualTo(before.rendering().id());
        assertThat(after.rendering().text()).isEqualTo(WET);
        assertThat(after.rendering().status()).isEqualTo(Status.DRAFT);
        assertThat(after.rendering().author()).isEqualTo(sara);
        var last = renderings.revisions(after.rendering().id(), sara).getLast();
        assertThat(last.n()).isEqualTo(3);
        assertThat(last.by()).isEqualTo(golnar);
        assertThat(last.reason()).isEqualTo(new Reason(Reason.Kind.SOURCE, ""));
        assertThat(
                        database.sql(
                                        """
                                        select cause from document_source_revision
                                        where segment_id = ? order by n
                                        """)
                                .param(after.segment().value())
                                .query(String.class)
                                .list())
                .containsExactly("import", "reimport");
        assertThat(
                        renderings.confirm(
                                before.rendering().id(),
                                before.rendering().version() + 2,
                                WET,
                                Origin.TYPED,
                                sara))
                .as("begun on the old source")
                .isInstanceOf(Conflict.class);
        assertWhole(
                "The press came by barge.\nIt was very wet.\nNobody laughed.", TEXT[1], TEXT[2]);
    }

    @Test
    void whatTheReviewerAskedForStaysReadable() {
        var translated = confirm(entry("It was wet."), WET);
        saved(
                renderings.giveBack(
                        translated.id(),
                        translated.version(),
                        new Reason(Reason.Kind.STYLE, "خشک است"),
                        mina));
        reimport("The press came by barge.\nIt was so wet.\nNobody laughed.", TEXT[1], TEXT[2]);
        var rendering = entry("It was so wet.").rendering();
        assertThat(rendering.returned()).isTrue();
        assertThat(renderings.revisions(rendering.id(), sara).getLast().reason())
                .isEqualTo(new Reason(Reason.Kind.SOURCE, "خشک است"));
    }

    @Test
    void whatIsGoneLeavesTheTextAndStaysReadable() {
        var gone = confirm(entry("It worked."), WORKED);
        renderings.keepDraft(gone.id(), gone.version(), TaggedText.plain("کار"), sara);
        var comparison = compare(TEXT[0], TEXT[2]);
        assertThat(comparison.kept()).isEqualTo(4);
        assertThat(comparison.gone())
                .containsExactly(
                        new VersionComparison.Gone(
                                4, TaggedText.plain("It worked."), WORKED, Status.TRANSLATED));
        assertThat(reimport(TEXT[0], TEXT[2])).isInstanceOf(Reimported.class);
        assertThat(entries())
                .extracting(entry -> entry.source().text())
                .doesNotContain("It worked.");
        assertThat(renderings.get(gone.id(), sara).text()).isEqualTo(WORKED);
        assertThat(renderings.revisions(gone.id(), sara)).hasSize(1);
        assertThat(renderings.drafts(document, sara)).containsKey(gone.id());
        assertThat(documents.progress(document, sara).total()).isEqualTo(4);
        assertThat(documents.progress(document, sara).translated()).isZero();
        assertWhole(TEXT[0], TEXT[2]);
    }

    @Test
    void whatComesBackComesWithItsWords() {
        var approved = approve(confirm(entry("It worked."), WORKED));
        var segment = entry("It worked.").segment();
        reimport("Another book.\nBy mistake.");
        assertThat(entries()).hasSize(2);
        assertWhole("Another book.\nBy mistake.");
        assertThat(compare(TEXT).back()).isEqualTo(5);
        assertThat(reimport(TEXT)).isInstanceOf(Reimported.class);
        var back = entry("It worked.");
        assertThat(back.segment()).isEqualTo(segment);
        assertThat(back.rendering().text()).isEqualTo(WORKED);
        assertThat(back.rendering().status()).isEqualTo(Status.APPROVED);
        assertThat(back.rendering().revisionN()).isEqualTo(approved.revisionN());
        assertWhole(TEXT);
    }

    @Test
    void newSentencesFindTheirPlaceAndAreUntranslated() {
        var now =
                new String[] {
                    "It began.",
                    "The press came by barge.\nIt was late.\nIt was wet.\nNobody laughed.",
                    TEXT[1],
                    TEXT[2]
                };
        assertThat(reimport(now)).isInstanceOf(Reimported.class);
        assertThat(entries())
                .extracting(entry -> entry.source().text())
                .containsExactly(
                        "It began.",
                        "The press came by barge.",
                        "It was late.",
                        "It was wet.",
                        "Nobody laughed.",
                        "It worked.",
                        "So it went on.");
        assertThat(entry("It was late.").rendering().status()).isEqualTo(Status.UNTRANSLATED);
        assertWhole(now);
    }

    @Test
    void wordsOverSegmentsThatPartStayWithTheFirstAndAreMarked() {
        split("The press came by barge.", 14);
        var both = entries().getFirst();
        confirm(both, TaggedText.plain("ماشین با دوبه آمد."));
        assertThat(
                        reimport(
                                "The press came\nof all things\nby barge.\nIt was wet.\nNobody laughed.",
                                TEXT[1],
                                TEXT[2]))
                .isInstanceOf(Reimported.class);
        assertThat(entry("The press came").rendering().id()).isEqualTo(both.rendering().id());
        assertThat(entry("The press came").rendering().status()).isEqualTo(Status.DRAFT);
        assertThat(entry("by barge.").rendering().status()).isEqualTo(Status.UNTRANSLATED);
        assertWhole(
                "The press came\nof all things\nby barge.\nIt was wet.\nNobody laughed.",
                TEXT[1],
                TEXT[2]);
    }

    @Test
    void paragraphsThatAreMovedPartedAndJoinedKeepTheirWords() {
        confirm(entry("It was wet."), WET);
        confirm(entry("It worked."), WORKED);
        var now =
                new String[] {
                    "So it went on.\nIt worked.",
                    "The press came by barge.",
                    "It was wet.\nNobody laughed."
                };
        assertThat(reimport(now)).isInstanceOf(Reimported.class);
        assertThat(entry("It was wet.").rendering().text()).isEqualTo(WET);
        assertThat(entry("It was wet.").rendering().status()).isEqualTo(Status.TRANSLATED);
        assertThat(entry("It worked.").rendering().text()).isEqualTo(WORKED);
        assertThat(entries()).hasSize(5);
        assertWhole(now);
        assertThat(pages(1)).isEqualTo(entries().stream().map(e -> e.rendering().id()).toList());
    }

    @Test
    void whatSomebodyDidMeanwhileWhereItMattersMakesTheComparisonStale() {
        var now = new String[] {TEXT[0], "It worked well.", TEXT[2]};
        long shown = compare(now).changeNo();
        confirm(entry("It was wet."), WET);
        var worked = confirm(entry("It worked."), WORKED);
        assertThat(reimport(shown, now)).isInstanceOf(Stale.class);
        assertThat(entry("It worked.").rendering()).isEqualTo(worked);
        shown = compare(now).changeNo();
        confirm(entry("Nobody laughed."), TaggedText.plain("کسی نخندید."));
        assertThat(reimport(shown, now)).as("elsewhere").isInstanceOf(Reimported.class);
        shown = compare(TEXT).changeNo();
        split("The press came by barge.", 14);
        assertThat(reimport(shown, TEXT)).isInstanceOf(Stale.class);
    }

    @Test
    void translatorsMayNotSinceItReopensWhatOthersApproved() {
        assertThatThrownBy(() -> reimports.compare(document, version(TEXT), sara))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() ->
                        reimports.replace(
                                document, version(TEXT), collective.original(TEXT), 1, sara))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void theEarlierFileIsKeptAndCountedAndLeavesWithTheDocument() {
        var before = documents.original(document, sara);
        long held = originals.bytes(project);
        var now = new String[] {TEXT[0], "It worked, said the printer."};
        reimport(now);
        assertThat(documents.original(document, sara).file()).isNotEqualTo(before.file());
        assertThat(originals.bytes(project)).isGreaterThan(held);
        assertThat(
                        database.sql(
                                        "select file_id from document_former_original where document_id = ?")
                                .param(document.value())
                                .query(UUID.class)
                                .list())
                .containsExactly(before.file().value());
        deletion.delete(document, golnar);
        database.sql("update document set deleted_at = ? where id = ?")
                .params(OffsetDateTime.parse("2001-01-01T00:00:00Z"), document.value())
                .update();
        assertThat(deletion.purge()).isPositive();
        assertThat(originals.bytes(project)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noWalkThroughVersionsSplitsAndConfirmationsLosesAWordOrAnId(long seed) {
        var random = new Random(seed);
        var text = TEXT;
        Map<UUID, String> words = new HashMap<>();
        Set<UUID> ids = Set.of();
        for (int step = 0; step < 12; step++) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    var all = liveSegments();
                    var segment = all.get(random.nextInt(all.size()));
                    segments.split(
                            segment, segments.version(segment, sara), 1 + random.nextInt(20), sara);
                }
                case 1 -> {
                    var all = liveSegments();
                    var segment = all.get(random.nextInt(all.size()));
                    segments.join(segment, segments.version(segment, sara), sara);
                }
                case 2 -> {
                    var all = entries();
                    confirm(
                            all.get(random.nextInt(all.size())),
                            TaggedText.plain("گام " + seed + " " + step));
                }
                default -> {
                    text = random.nextInt(6) == 0 ? TEXT : edited(text, random);
                    assertThat(reimport(text))
                            .isNotInstanceOfAny(Stale.class, ReimportResult.Refused.class);
                    assertThat(reimport(text)).isInstanceOf(Unchanged.class);
                }
            }
            assertWhole(text);
            var now = revisions();
            assertThat(now).as("seed %d step %d", seed, step).containsAllEntriesOf(words);
            words = now;
            var known = ids();
            assertThat(known).as("seed %d step %d", seed, step).containsAll(ids);
            ids = known;
        }
    }

    /// A few edits of a text: sentences put in, taken out, changed and moved, paragraphs parted.
    private static String[] edited(String[] text, Random random) {
        var lines =
                new ArrayList<>(
                        Arrays.stream(text).flatMap(p -> Arrays.stream(p.split("\n"))).toList());
        for (int edit = 0; edit < 3; edit++) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(4)) {
                case 0 -> lines.add(at, "Sentence " + random.nextInt(5) + " is new.");
                case 1 ->
                        lines.set(at, lines.get(at).replace(" ", " so ").replace(" so so", " so"));
                case 2 -> lines.add(random.nextInt(lines.size()), lines.remove(at));
                default -> {
                    if (lines.size() > 2) {
                        lines.remove(at);
                    }
                }
            }
        }
        var paragraphs = new ArrayList<String>();
        for (var line : lines) {
            if (paragraphs.isEmpty() || random.nextInt(3) == 0) {
                paragraphs.add(line);
            } else {
                paragraphs.add(paragraphs.removeLast() + "\n" + line);
            }
        }
        return paragraphs.toArray(String[]::new);
    }

    /// Invariants 1 to 4 of the model, for this document.
    private void assertWhole(String... text) {
        var stored =
                segments.paragraphs(document, sara).stream()
                        .map(paragraph -> paragraph.separatorBefore() + paragraph.source())
                        .collect(Collectors.joining());
        assertThat(stored + segments.textAfter(document, sara))
                .isEqualTo(
                        Arrays.stream(text)
                                        .map(paragraph -> paragraph.replace('\n', ' '))
                                        .collect(Collectors.joining("\n\n"))
                                + "\n");
        assertThat(
                        database.sql(
                                        """
                                        select count(*) from document_segment s
                                        where s.document_id = ? and s.joined_into is null
                                        and s.removed_no is null
                                        and 1 <> (select count(*) from document_rendering_segment l
                                                  join document_rendering_set r on r.id = l.set_id
                                                  where l.segment_id = s.id and r.kind = 'working')
                                        """)
                                .param(document.value())
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(
                        database.sql(
                                        """
                                        select count(*) from document_paragraph p
                                        where p.document_id = ?
                                        and case when p.removed_no is null then 1 else 0 end <>
                                        case when exists (select 1 from document_segment s
                                            where s.paragraph_id = p.id and s.joined_into is null
                                            and s.removed_no is null) then 1 else 0 end
                                        """)
                                .param(document.value())
                                .query(Long.class)
                                .single())
                .as("paragraphs in the text are those that have segments in it")
                .isZero();
        assertThat(
                        database.sql(
                                        """
                                        select count(*) from (
                                            select l.rendering_id
                                            from document_rendering_segment l
                                            join document_segment s on s.id = l.segment_id
                                            where s.document_id = ? and s.joined_into is null
                                            and s.removed_no is null
                                            group by l.rendering_id
                                            having count(distinct s.paragraph_id) > 1) parted
                                        """)
                                .param(document.value())
                                .query(Long.class)
                                .single())
                .as("renderings over two paragraphs")
                .isZero();
        var entries = entries();
        assertThat(entries.stream().map(entry -> entry.rendering().id()).toList())
                .as("covered segments are neighbours")
                .doesNotHaveDuplicates();
        assertThat(pages(2)).isEqualTo(entries.stream().map(e -> e.rendering().id()).toList());
        assertThat(segments.outline(document, sara)).isEqualTo(pages(2));
        for (var entry : entries) {
            var revisions = renderings.revisions(entry.rendering().id(), sara);
            assertThat(entry.rendering().revisionN()).isEqualTo(revisions.size());
            if (!revisions.isEmpty()) {
                assertThat(entry.rendering().text()).isEqualTo(revisions.getLast().text());
                assertThat(entry.rendering().status()).isEqualTo(revisions.getLast().status());
            }
        }
    }

    private List<RenderingId> pages(int size) {
        var all = new ArrayList<RenderingId>();
        var page = segments.page(document, StatusFilter.ALL, null, size, sara).orElseThrow();
        while (!page.isEmpty()) {
            page.forEach(entry -> all.add(entry.rendering().id()));
            page =
                    segments.page(document, StatusFilter.ALL, all.getLast(), size, sara)
                            .orElseThrow();
        }
        return all;
    }

    /// Everything anybody wrote, by rendering and number.
    private Map<UUID, String> revisions() {
        var all = new HashMap<UUID, String>();
        database.sql(
                        """
                        select v.rendering_id, v.n, v.text from document_revision v
                        join document_rendering r on r.id = v.rendering_id
                        join document_rendering_set t on t.id = r.set_id
                        where t.document_id = ?
                        """)
                .param(document.value())
                .query()
                .listOfRows()
                .forEach(row ->
                        all.put(
                                UUID.nameUUIDFromBytes(
                                        (row.get("rendering_id") + " " + row.get("n")).getBytes()),
                                (String) row.get("text")));
        return all;
    }

    private Set<UUID> ids() {
        return Set.copyOf(
                database.sql("select id from document_segment where document_id = ?")
                        .param(document.value())
                        .query(UUID.class)
                        .list());
    }

    /// How many rows of the document there are in each table that a re-import may write.
    private List<Long> rows() {
        return Stream.of(
                        "document_paragraph",
                        "document_segment",
                        "document_change",
                        "document_former_original",
                        "document_rendering_set")
                .map(table ->
                        database.sql(
                                        "select count(*) from %s where document_id = ?"
                                                .formatted(table))
                                .param(document.value())
                                .query(Long.class)
                                .single())
                .toList();
    }

    private List<Entry> entries() {
        return segments.entries(document, sara);
    }

    private Entry entry(String source) {
        return entries().stream()
                .filter(entry -> entry.source().text().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private List<SegmentId> liveSegments() {
        return database
                .sql(
                        """
                        select s.id from document_segment s
                        join document_paragraph p on p.id = s.paragraph_id
                        where s.document_id = ? and s.joined_into is null and s.removed_no is null
                        order by p.position, s.position
                        """)
                .param(document.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(SegmentId::new)
                .toList();
    }

    private static NewVersion version(String... text) {
        return new NewVersion(Collective.paragraphs(text), Set.of(), "\n", List.of());
    }

    private VersionComparison compare(String... text) {
        return reimports.compare(document, version(text), golnar);
    }

    private ReimportResult reimport(String... text) {
        return reimport(documents.get(document).changeNo(), text);
    }

    private ReimportResult reimport(long shown, String... text) {
        return reimports.replace(document, version(text), collective.original(text), shown, golnar);
    }

    private ShapeResult split(String source, int at) {
        var segment = entry(source).segment();
        return segments.split(segment, segments.version(segment, sara), at, sara);
    }

    private ShapeResult join(String source) {
        var segment = entry(source).segment();
        return segments.join(segment, segments.version(segment, sara), sara);
    }

    private Rendering confirm(Entry entry, TaggedText text) {
        return saved(
                renderings.confirm(
                        entry.rendering().id(),
                        entry.rendering().version(),
                        text,
                        Origin.TYPED,
                        sara));
    }

    private Rendering approve(Rendering rendering) {
        return saved(renderings.approve(rendering.id(), rendering.version(), mina));
    }

    private static Rendering saved(SaveResult result) {
        assertThat(result).isInstanceOf(Saved.class);
        return ((Saved) result).rendering();
    }
}

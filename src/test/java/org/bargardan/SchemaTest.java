package org.bargardan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bargardan.base.StoredFiles;
import org.bargardan.base.TimeOrderedIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every rule that the tables themselves keep. A row is first refused for one column and then taken
/// without that change, so the column alone was the reason.
@House
class SchemaTest {

    private static final OffsetDateTime NOW =
            OffsetDateTime.of(2026, 3, 20, 12, 0, 0, 0, ZoneOffset.UTC);
    private static final int CHUNK_MOST = 256 * 1024;
    private static final List<String> OF_OTHERS =
            List.of("flyway_schema_history", "event_publication");

    @Autowired private Collective collective;
    @Autowired private JdbcClient database;

    private int next;

    /// Who starts the server comes before all the people made here without a registration.
    @BeforeEach
    void theServerHasStarted() {
        collective.administrator();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    base_stored_file         | size             | -1
                    base_stored_file_chunk   | n                | -1
                    base_job                 | state            | 'paused'
                    base_job                 | interruptions    | -1
                    base_job                 | ended_at         | null
                    account_person           | site_role        | 'guest'
                    account_person           | state            | 'asleep'
                    account_token            | scope            | 'all'
                    account_token            | person_id        | gen_random_uuid()
                    account_remember_me      | person_id        | gen_random_uuid()
                    account_reset            | person_id        | gen_random_uuid()
                    account_reset            | made_by          | gen_random_uuid()
                    account_invitation       | site_role        | 'guest'
                    account_invitation       | used_at          | current_timestamp
                    account_invitation       | used_by          | invited_by
                    account_audit_entry      | actor            | gen_random_uuid()
                    project                  | target_lang      | source_lang
                    project_member           | role             | 'owner'
                    project_invitation       | role             | 'owner'
                    document                 | change_no        | -1
                    document                 | file_id          | gen_random_uuid()
                    document_former_original | change_no        | 0
                    document_former_original | file_id          | gen_random_uuid()
                    document_repair_edit     | at_offset        | -1
                    document_repair_edit     | state            | 'guessed'
                    document_paragraph       | kind             | 'chorus'
                    document_paragraph       | level            | -1
                    document_segment         | source_version   | 0
                    document_segment         | joined_into      | id
                    document_segment         | document_id      | gen_random_uuid()
                    document_inline_code     | kind             | 'both'
                    document_source_revision | n                | 0
                    document_source_revision | cause            | 'whim'
                    document_rendering_set   | kind             | 'secret'
                    document_rendering_set   | kind             | 'proposal'
                    document_rendering_set   | working_of       | null
                    document_rendering_set   | working_of       | gen_random_uuid()
                    document_rendering       | status           | 'perfect'
                    document_rendering       | status           | 'untranslated'
                    document_rendering       | returned         | true
                    document_rendering       | revision_n       | -1
                    document_rendering       | version          | 0
                    document_revision        | n                | 0
                    document_revision        | status           | 'perfect'
                    document_revision        | change_class     | 'meaning'
                    document_revision        | origin           | 'stolen'
                    document_revision        | origin_score     | 101
                    document_revision        | origin_score     | -1
                    document_draft           | rendering_id     | gen_random_uuid()
                    document_note            | origin           | 'reader'
                    document_note            | mark_segment_id  | null
                    document_change          | change_no        | 0
                    collaboration_claim      | rendering_id     | gen_random_uuid()
                    review_thread            | state            | 'asleep'
                    review_thread            | quoted           | null
                    review_thread            | quoted_from      | null
                    review_thread            | quoted_to        | null
                    review_comment           | thread_id        | gen_random_uuid()
                    review_decision          | n                | 0
                    review_assignment        | stage            | 'printing'
                    review_assignment        | to_segment       | gen_random_uuid()
                    notification             | person_id        | gen_random_uuid()
                    memory                   | kind             | 'borrowed'
                    memory                   | kind             | 'approved'
                    memory                   | built_in         | 'imported'
                    memory                   | change_no        | -1
                    memory_grant             | permission       | 'burn'
                    memory_grant             | penalty          | -1
                    memory_grant             | penalty          | 101
                    memory_unit              | memory_id        | gen_random_uuid()
                    memory_variant           | n                | -1
                    memory_learned           | change_no        | -1
                    bitext_alignment         | right_document   | left_document
                    bitext_alignment         | change_no        | -1
                    bitext_bead              | confidence       | -0.1
                    bitext_bead              | confidence       | 1.1
                    bitext_bead              | state            | 'certain'
                    bitext_bead_segment      | side             | 'middle'
                    """)
    void aRowAgainstTheRulesOfItsTableIsRefused(String table, String column, String value) {
        var row = good(table);
        var wrong = new LinkedHashMap<>(row);
        wrong.put(column, new Sql(value, row));
        assertRefused(table, wrong);
        insert(table, row);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    base_stored_file           | sha256
                    base_stored_file_chunk     | file_id n
                    account_person             | login_key
                    account_person             | pen_name_key
                    account_token              | hash
                    account_remember_me        | hash
                    account_reset              | hash
                    account_invitation         | hash
                    project_member             | project_id person_id role
                    project_invitation         | invitation_id project_id role
                    document_former_original   | document_id change_no
                    document_repair_edit       | document_id n
                    document_paragraph         | document_id position
                    document_segment           | document_id paragraph_id position
                    document_inline_code       | segment_id code_id kind
                    document_source_revision   | segment_id n
                    document_rendering_set     | document_id working_of
                    document_rendering_segment | set_id segment_id rendering_id
                    document_revision          | rendering_id n
                    document_draft             | person_id rendering_id
                    document_change            | document_id change_no
                    document_seen              | person_id document_id
                    collaboration_claim        | rendering_id
                    review_decision            | project_id n
                    memory                     | project_id built_in
                    memory_grant               | memory_id project_id permission
                    memory_unit                | memory_id rendering_id
                    memory_variant             | unit_id n
                    memory_learned             | document_id
                    bitext_bead                | alignment_id position
                    bitext_bead_segment        | alignment_id side segment_id bead_id
                    """)
    void whatATableHoldsOnceIsRefusedTheSecondTime(String table, String once) {
        var first = stored(table);
        var second = good(table);
        var again = new LinkedHashMap<>(second);
        for (var column : once.split(" ")) {
            again.put(column, first.get(column));
        }
        assertRefused(table, again);
        insert(table, second);
    }

    @Test
    void aRenderingIsCoveredInItsOwnSetOnly() {
        var link = good("document_rendering_segment");
        var otherSet = stored("document_rendering_set").get("id");
        assertRefused("document_rendering_segment", with(link, "set_id", otherSet));
        insert("document_rendering_segment", link);
    }

    @Test
    void aSegmentIsCoveredByOneRenderingOfASet() {
        var link = stored("document_rendering_segment");
        var other = with(good("document_rendering"), "set_id", link.get("set_id"));
        insert("document_rendering", other);
        assertRefused("document_rendering_segment", with(link, "rendering_id", other.get("id")));
    }

    @Test
    void aRenderingMayCoverSeveralSegments() {
        var link = stored("document_rendering_segment");
        insert(
                "document_rendering_segment",
                with(link, "segment_id", stored("document_segment").get("id")));
    }

    @Test
    void aDocumentMayHaveProposalsBesideItsWorkingSet() {
        var working = stored("document_rendering_set");
        for (int i = 0; i < 2; i++) {
            var proposal = with(working, "id", id());
            proposal.put("kind", "proposal");
            proposal.remove("working_of");
            insert("document_rendering_set", proposal);
        }
    }

    @Test
    void aReturnedDraftIsTaken() {
        var draft = with(good("document_rendering"), "status", "draft");
        draft.put("returned", true);
        insert("document_rendering", draft);
    }

    @Test
    void anUntranslatedRenderingIsTakenWithoutWords() {
        var empty = with(good("document_rendering"), "status", "untranslated");
        empty.put("text", "");
        insert("document_rendering", empty);
    }

    @Test
    void aSegmentStandsInAParagraphOfItsDocument() {
        var segment = good("document_segment");
        var elsewhere = stored("document_paragraph").get("id");
        assertRefused("document_segment", with(segment, "paragraph_id", elsewhere));
        insert("document_segment", segment);
    }

    @Test
    void aNoteHasOneMarkAndNotTwo() {
        var note = good("document_note");
        var rendering = stored("document_rendering").get("id");
        assertRefused("document_note", with(note, "mark_rendering_id", rendering));
        var ofRendering = with(note, "mark_rendering_id", rendering);
        ofRendering.remove("mark_segment_id");
        insert("document_note", ofRendering);
    }

    @Test
    void aBeadHoldsSegmentsOfItsOwnAlignment() {
        var link = good("bitext_bead_segment");
        var elsewhere = stored("bitext_bead").get("id");
        assertRefused("bitext_bead_segment", with(link, "bead_id", elsewhere));
        insert("bitext_bead_segment", link);
    }

    @Test
    void aSegmentIsInOneBeadOfASideAndMayBeInOneOfTheOther() {
        var link = stored("bitext_bead_segment");
        var other = with(good("bitext_bead"), "alignment_id", link.get("alignment_id"));
        insert("bitext_bead", other);
        var second = with(link, "bead_id", other.get("id"));
        assertRefused("bitext_bead_segment", second);
        insert("bitext_bead_segment", with(second, "side", "right"));
    }

    @Test
    void unitsThatFollowNoRenderingAreAsManyAsOneLikes() {
        var unit = good("memory_unit");
        unit.remove("rendering_id");
        insert("memory_unit", unit);
        insert("memory_unit", with(unit, "id", number()));
    }

    @Test
    void aPieceOfAFileHoldsBetweenOneByteAnd256KiB() {
        var piece = good("base_stored_file_chunk");
        assertRefused("base_stored_file_chunk", with(piece, "bytes", new byte[CHUNK_MOST + 1]));
        assertRefused("base_stored_file_chunk", with(piece, "bytes", new byte[0]));
        insert("base_stored_file_chunk", with(piece, "bytes", new byte[CHUNK_MOST]));
    }

    @Test
    void anInvitationIsUsedByWhoeverUsedIt() {
        var invitation = good("account_invitation");
        invitation.put("used_at", NOW);
        invitation.put("used_by", invitation.get("invited_by"));
        insert("account_invitation", invitation);
    }

    /// So that no table is added without a row in these tests; the outbox is not ours.
    @Test
    void everyTableIsKnownHere() {
        assertThat(tables())
                .containsExactlyInAnyOrderElementsOf(
                        database
                                .sql(
                                        """
                                        select table_name from information_schema.tables
                                        where table_schema = 'public' and table_type = 'BASE TABLE'
                                        """)
                                .query(String.class)
                                .list()
                                .stream()
                                .filter(name -> !OF_OTHERS.contains(name))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aGoodRowIsTakenAsItIs(String table) {
        var row = stored(table);
        var where = new ArrayList<String>();
        var values = new ArrayList<Object>();
        row.forEach((column, value) -> {
            where.add(column + " = ?");
            values.add(value);
        });
        assertThat(
                        database.sql(
                                        "select count(*) from %s where %s"
                                                .formatted(table, String.join(" and ", where)))
                                .params(values)
                                .query(Integer.class)
                                .single())
                .isOne();
    }

    static List<String> tables() {
        return List.of(
                "base_stored_file",
                "base_stored_file_chunk",
                "base_job",
                "base_setting",
                "account_person",
                "account_token",
                "account_remember_me",
                "account_reset",
                "account_invitation",
                "account_audit_entry",
                "project",
                "project_member",
                "project_invitation",
                "project_segmentation",
                "document",
                "document_former_original",
                "document_repair_edit",
                "document_paragraph",
                "document_segment",
                "document_inline_code",
                "document_source_revision",
                "document_rendering_set",
                "document_rendering",
                "document_rendering_segment",
                "document_revision",
                "document_draft",
                "document_note",
                "document_change",
                "document_seen",
                "collaboration_claim",
                "review_thread",
                "review_comment",
                "review_decision",
                "review_assignment",
                "notification",
                "memory",
                "memory_grant",
                "memory_unit",
                "memory_variant",
                "memory_learned",
                "bitext_alignment",
                "bitext_bead",
                "bitext_bead_segment");
    }

    /// A row that its table takes, different in every column that has to be, with rows of its own
    /// in all tables it points to.
    private Map<String, Object> good(String table) {
        return switch (table) {
            case "base_stored_file" ->
                    row("id", id(), "sha256", hash(), "size", 3L, "media_type", "text/plain");
            case "base_stored_file_chunk" ->
                    row("file_id", ref("base_stored_file"), "n", 0, "bytes", new byte[] {1, 2, 3});
            case "base_job" ->
                    row(
                            "id",
                            id(),
                            "kind",
                            "import",
                            "state",
                            "done",
                            "done",
                            1L,
                            "total",
                            1L,
                            "input",
                            "",
                            "cancel_wanted",
                            false,
                            "created_at",
                            NOW,
                            "ended_at",
                            NOW,
                            "version",
                            1L);
            case "base_setting" -> row("setting_key", "schema-" + id(), "setting_value", "on");
            case "account_person" -> {
                var name = "schema-" + id();
                yield row(
                        "id",
                        id(),
                        "login",
                        name,
                        "login_key",
                        name,
                        "pen_name",
                        name,
                        "pen_name_key",
                        name,
                        "password_hash",
                        "{none}",
                        "site_role",
                        "member",
                        "locale",
                        "fa",
                        "state",
                        "active",
                        "created_at",
                        NOW,
                        "version",
                        1L);
            }
            case "account_token" ->
                    row(
                            "id",
                            id(),
                            "person_id",
                            ref("account_person"),
                            "name",
                            "a script",
                            "hash",
                            hash(),
                            "scope",
                            "read",
                            "created_at",
                            NOW);
            case "account_remember_me" ->
                    row(
                            "id",
                            id(),
                            "person_id",
                            ref("account_person"),
                            "hash",
                            hash(),
                            "created_at",
                            NOW,
                            "last_used_at",
                            NOW,
                            "expires_at",
                            NOW);
            case "account_reset" ->
                    row(
                            "id", id(),
                            "person_id", ref("account_person"),
                            "hash", hash(),
                            "made_by", ref("account_person"),
                            "created_at", NOW,
                            "expires_at", NOW);
            case "account_invitation" ->
                    row(
                            "id",
                            id(),
                            "hash",
                            hash(),
                            "site_role",
                            "member",
                            "invited_by",
                            ref("account_person"),
                            "created_at",
                            NOW,
                            "expires_at",
                            NOW);
            case "account_audit_entry" ->
                    row(
                            "id",
                            id(),
                            "at",
                            NOW,
                            "actor",
                            ref("account_person"),
                            "action",
                            "sign-in",
                            "subject",
                            "",
                            "detail",
                            "");
            case "project" ->
                    row(
                            "id", id(),
                            "name", "Divan",
                            "source_lang", "fa",
                            "target_lang", "en",
                            "style", "",
                            "workflow", "",
                            "created_at", NOW,
                            "created_by", ref("account_person"),
                            "version", 1L);
            case "project_member" ->
                    row(
                            "project_id",
                            ref("project"),
                            "person_id",
                            ref("account_person"),
                            "role",
                            "translator",
                            "since",
                            NOW);
            case "project_invitation" ->
                    row(
                            "invitation_id", ref("account_invitation"),
                            "project_id", ref("project"),
                            "role", "translator");
            case "project_segmentation" ->
                    row("project_id", ref("project"), "srx", "", "version", 1L);
            case "document" ->
                    row(
                            "id",
                            id(),
                            "project_id",
                            ref("project"),
                            "title",
                            "Divan",
                            "lang",
                            "fa",
                            "file_id",
                            ref("base_stored_file"),
                            "file_name",
                            "divan.txt",
                            "filter",
                            "plain-text",
                            "filter_parameters",
                            "charset=UTF-8;bom=false",
                            "filter_version",
                            1,
                            "extraction_sha256",
                            hash(),
                            "text_after",
                            "",
                            "change_no",
                            0L,
                            "created_at",
                            NOW,
                            "created_by",
                            ref("account_person"),
                            "version",
                            1L);
            case "document_former_original" ->
                    row(
                            "document_id",
                            ref("document"),
                            "change_no",
                            1L,
                            "file_id",
                            ref("base_stored_file"),
                            "file_name",
                            "book.txt",
                            "filter",
                            "plain-text",
                            "filter_parameters",
                            "",
                            "filter_version",
                            1,
                            "extraction_sha256",
                            hash(),
                            "text_after",
                            "");
            case "document_repair_edit" ->
                    row(
                            "document_id", ref("document"),
                            "n", 0,
                            "rule", "yeh",
                            "at_offset", 0,
                            "before_text", "ي",
                            "after_text", "ی",
                            "state", "applied");
            case "document_paragraph" ->
                    row(
                            "id",
                            id(),
                            "document_id",
                            ref("document"),
                            "position",
                            1L,
                            "kind",
                            "body",
                            "level",
                            0,
                            "text_unit",
                            "p0",
                            "separator_before",
                            "",
                            "translatable",
                            true);
            case "document_segment" -> {
                var paragraph = stored("document_paragraph");
                yield row(
                        "id",
                        id(),
                        "document_id",
                        paragraph.get("document_id"),
                        "paragraph_id",
                        paragraph.get("id"),
                        "position",
                        1L,
                        "source",
                        "شب بود.",
                        "source_codes",
                        "",
                        "space_after",
                        "",
                        "source_hash",
                        1L,
                        "source_version",
                        1L,
                        "version",
                        1L,
                        "changed_no",
                        1L);
            }
            case "document_inline_code" ->
                    row(
                            "segment_id",
                            ref("document_segment"),
                            "code_id",
                            1,
                            "kind",
                            "open",
                            "label",
                            "b",
                            "native",
                            "<b>",
                            "deletable",
                            true,
                            "copyable",
                            true);
            case "document_source_revision" ->
                    row(
                            "segment_id",
                            ref("document_segment"),
                            "n",
                            1L,
                            "source",
                            "شب بود.",
                            "codes",
                            "",
                            "cause",
                            "import",
                            "by_person",
                            ref("account_person"),
                            "at",
                            NOW,
                            "change_no",
                            1L);
            case "document_rendering_set" -> {
                var document = ref("document");
                yield row(
                        "id",
                        id(),
                        "document_id",
                        document,
                        "name",
                        "",
                        "kind",
                        "working",
                        "lang",
                        "en",
                        "working_of",
                        document);
            }
            case "document_rendering" ->
                    row(
                            "id",
                            id(),
                            "set_id",
                            ref("document_rendering_set"),
                            "text",
                            "It was night.",
                            "codes",
                            "",
                            "status",
                            "translated",
                            "returned",
                            false,
                            "revision_n",
                            0L,
                            "version",
                            1L,
                            "changed_no",
                            1L);
            case "document_rendering_segment" -> {
                var rendering = stored("document_rendering");
                yield row(
                        "set_id", rendering.get("set_id"),
                        "segment_id", ref("document_segment"),
                        "rendering_id", rendering.get("id"));
            }
            case "document_revision" ->
                    row(
                            "rendering_id",
                            ref("document_rendering"),
                            "n",
                            1L,
                            "text",
                            "It was night.",
                            "codes",
                            "",
                            "status",
                            "translated",
                            "returned",
                            false,
                            "change_class",
                            "wording",
                            "origin",
                            "match",
                            "origin_score",
                            100,
                            "by_person",
                            ref("account_person"),
                            "at",
                            NOW,
                            "change_no",
                            1L);
            case "document_draft" ->
                    row(
                            "person_id",
                            ref("account_person"),
                            "rendering_id",
                            ref("document_rendering"),
                            "base_version",
                            1L,
                            "text",
                            "It was",
                            "codes",
                            "",
                            "at",
                            NOW);
            case "document_note" ->
                    row(
                            "id", id(),
                            "document_id", ref("document"),
                            "origin", "translator",
                            "mark_segment_id", ref("document_segment"),
                            "mark_code_id", 1,
                            "body_paragraph_id", ref("document_paragraph"));
            case "document_change" ->
                    row(
                            "document_id",
                            ref("document"),
                            "change_no",
                            1L,
                            "what",
                            "import",
                            "by_person",
                            ref("account_person"),
                            "at",
                            NOW);
            case "document_seen" ->
                    row(
                            "person_id", ref("account_person"),
                            "document_id", ref("document"),
                            "change_no", 1L);
            case "collaboration_claim" ->
                    row(
                            "rendering_id",
                            ref("document_rendering"),
                            "person_id",
                            ref("account_person"),
                            "tab",
                            "1",
                            "until",
                            NOW);
            case "review_thread" ->
                    row(
                            "id",
                            id(),
                            "project_id",
                            ref("project"),
                            "quoted",
                            "night",
                            "quoted_from",
                            7,
                            "quoted_to",
                            12,
                            "state",
                            "open",
                            "created_at",
                            NOW,
                            "version",
                            1L);
            case "review_comment" ->
                    row(
                            "id",
                            id(),
                            "thread_id",
                            ref("review_thread"),
                            "by_person",
                            ref("account_person"),
                            "text",
                            "Or evening?",
                            "at",
                            NOW,
                            "version",
                            1L);
            case "review_decision" ->
                    row(
                            "id",
                            id(),
                            "project_id",
                            ref("project"),
                            "n",
                            1,
                            "title",
                            "Night",
                            "text",
                            "شب is night.",
                            "by_person",
                            ref("account_person"),
                            "at",
                            NOW,
                            "version",
                            1L);
            case "review_assignment" -> {
                var segment = stored("document_segment");
                yield row(
                        "id", id(),
                        "document_id", segment.get("document_id"),
                        "from_segment", segment.get("id"),
                        "to_segment", segment.get("id"),
                        "person_id", ref("account_person"),
                        "stage", "second-review",
                        "due", NOW,
                        "version", 1L);
            }
            case "notification" ->
                    row(
                            "id",
                            id(),
                            "person_id",
                            ref("account_person"),
                            "kind",
                            "returned",
                            "ref",
                            "",
                            "at",
                            NOW);
            case "memory" ->
                    row(
                            "id",
                            id(),
                            "project_id",
                            ref("project"),
                            "name",
                            "",
                            "kind",
                            "working",
                            "built_in",
                            "working",
                            "change_no",
                            0L);
            case "memory_grant" ->
                    row(
                            "memory_id",
                            ref("memory"),
                            "project_id",
                            ref("project"),
                            "permission",
                            "search",
                            "rank",
                            1,
                            "penalty",
                            100);
            case "memory_unit" ->
                    row(
                            "id",
                            number(),
                            "memory_id",
                            ref("memory"),
                            "rendering_id",
                            id(),
                            "revision_n",
                            1L,
                            "at",
                            NOW,
                            "quality",
                            0,
                            "props",
                            "",
                            "change_no",
                            1L);
            case "memory_variant" ->
                    row(
                            "unit_id",
                            ref("memory_unit"),
                            "n",
                            0,
                            "lang",
                            "fa",
                            "text",
                            "شب بود.",
                            "codes",
                            "",
                            "key_hash",
                            1L);
            case "memory_learned" -> row("document_id", ref("document"), "change_no", 0L);
            case "bitext_alignment" ->
                    row(
                            "id", id(),
                            "left_document", ref("document"),
                            "right_document", ref("document"),
                            "change_no", 0L);
            case "bitext_bead" ->
                    row(
                            "id",
                            id(),
                            "alignment_id",
                            ref("bitext_alignment"),
                            "position",
                            (long) ++next,
                            "confidence",
                            0.5,
                            "state",
                            "auto",
                            "version",
                            1L);
            case "bitext_bead_segment" -> {
                var bead = stored("bitext_bead");
                yield row(
                        "alignment_id", bead.get("alignment_id"),
                        "side", "left",
                        "segment_id", ref("document_segment"),
                        "bead_id", bead.get("id"));
            }
            default -> throw new IllegalArgumentException("no row of " + table);
        };
    }

    Map<String, Object> stored(String table) {
        var row = good(table);
        insert(table, row);
        return row;
    }

    private Object ref(String table) {
        return stored(table).get("id");
    }

    private void assertRefused(String table, Map<String, Object> row) {
        assertThatThrownBy(() -> insert(table, row))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void insert(String table, Map<String, Object> row) {
        var places = new ArrayList<String>();
        var values = new ArrayList<Object>();
        row.values()
                .forEach(value -> {
                    if (value instanceof Sql sql && sql.row().containsKey(sql.expression())) {
                        places.add("?");
                        values.add(sql.row().get(sql.expression()));
                    } else if (value instanceof Sql sql) {
                        places.add(sql.expression());
                    } else {
                        places.add("?");
                        values.add(value);
                    }
                });
        database.sql(
                        "insert into %s (%s) values (%s)"
                                .formatted(
                                        table,
                                        String.join(", ", row.keySet()),
                                        String.join(", ", places)))
                .params(values)
                .update();
    }

    /// An expression, or another column of the row.
    private record Sql(String expression, Map<String, Object> row) {}

    private static Map<String, Object> row(Object... columnsAndValues) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row.put((String) columnsAndValues[i], columnsAndValues[i + 1]);
        }
        return row;
    }

    private static Map<String, Object> with(Map<String, Object> row, String column, Object value) {
        var changed = new LinkedHashMap<>(row);
        changed.put(column, value);
        return changed;
    }

    private static UUID id() {
        return TimeOrderedIds.next();
    }

    /// Above all that the sequence gives out here.
    private static long number() {
        return id().getLeastSignificantBits() >>> 2 | 1L << 61;
    }

    private static byte[] hash() {
        return StoredFiles.sha256(id().toString().getBytes(UTF_8));
    }
}

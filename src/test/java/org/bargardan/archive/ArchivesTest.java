package org.bargardan.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.Program;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.base.NotAllowedException;
import org.bargardan.base.NotFoundException;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Entry;
import org.bargardan.document.Origin;
import org.bargardan.document.Reason;
import org.bargardan.document.Rendering;
import org.bargardan.document.Renderings;
import org.bargardan.document.SaveResult;
import org.bargardan.document.SaveResult.Saved;
import org.bargardan.importing.ImportResult.Imported;
import org.bargardan.importing.Imports;
import org.bargardan.memory.Memories;
import org.bargardan.memory.MemoryKind;
import org.bargardan.memory.Names;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.review.Comments;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.Scenario;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@House
class ArchivesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CREDIT = "س. آذری";
    private static final String MAIL = "sara.of.the.archive@example.org";
    private static final String SOURCE =
            "It was night.  Nobody slept.\r\n\r\nThen it rained. \tThe end.\r\n";

    @Autowired private Collective collective;
    @Autowired private Program program;
    @Autowired private Archives archives;
    @Autowired private Imports imports;
    @Autowired private Renderings renderings;
    @Autowired private Comments comments;
    @Autowired private Memories memories;
    @Autowired private Users users;
    @Autowired private JdbcClient database;

    private ProjectId project;
    private UserId mona;
    private UserId sara;
    private UserId mina;
    private DocumentId document;

    /// One document with a past, one that nobody has touched.
    @BeforeEach
    void aProjectWithAPast() {
        project = collective.project();
        mona = collective.member(project, "mona", ProjectRole.MANAGER);
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
        mina = collective.member(project, "mina", ProjectRole.REVIEWER);
        database.sql("update account_person set credit_name = ?, email = ? where id = ?")
                .params(CREDIT, MAIL + sara.value(), sara.value())
                .update();
        document = imported("night.txt", SOURCE);
        imported("other.txt", "Another one.\n");
        var first = confirm(0, "شب بود.");
        saved(renderings.approve(first.id(), first.version(), first.text(), mina));
        var second = confirm(1, "کسی نخوابید.");
        saved(
                renderings.giveBack(
                        second.id(),
                        second.version(),
                        new Reason(Reason.Kind.STYLE, "نرم‌تر"),
                        mina));
        comments.say(second.id(), "چرا؟", sara);
        renderings.keepDraft(entry(2).rendering().id(), 1, TaggedText.plain("ناگفته"), sara);
    }

    @Test
    void everythingOfTheProjectIsInItOnce(Scenario scenario) throws IOException {
        learned(scenario);
        var archive = archive(Names.WITHOUT);
        assertThat(json(archive, "project.json").get("documents").asInt()).isEqualTo(2);
        var folder = "documents/1-" + document.value() + "/";
        var about = json(archive, folder + "document.json");
        assertThat(archive.get(folder + "original/night.txt")).isEqualTo(SOURCE.getBytes(UTF_8));
        for (var kind : List.of("paragraphs", "segments", "renderings", "revisions", "comments")) {
            assertThat(lines(archive, folder + kind + ".jsonl"))
                    .as(kind)
                    .hasSize(about.at("/counts/" + kind).asInt());
        }
        assertThat(about.at("/counts/segments").asInt()).isEqualTo(4);
        assertThat(about.at("/counts/comments").asInt()).isOne();
        assertThat(lines(archive, folder + "revisions.jsonl"))
                .hasSize(revisionsStored())
                .anySatisfy(line ->
                        assertThat(line.at("/reason/words").asString("")).isEqualTo("نرم‌تر"));
        assertThat(text(archive, folder + "translation.txt"))
                .isEqualTo(
                        SOURCE.replace("It was night.", "شب بود.")
                                .replace("Nobody slept.", "کسی نخوابید."));
        assertThat(text(archive, "memory/working.tmx")).contains("شب بود.");
        assertThat(text(archive, "memory/approved.tmx"))
                .contains("شب بود.")
                .doesNotContain("کسی نخوابید.");
    }

    @Test
    void theTextIsMadeAgainFromParagraphsAndSegments() throws IOException {
        var archive = archive(Names.WITHOUT);
        var folder = "documents/1-" + document.value() + "/";
        var segments = lines(archive, folder + "segments.jsonl");
        var text = new StringBuilder();
        for (var paragraph : lines(archive, folder + "paragraphs.jsonl")) {
            text.append(paragraph.get("separator").asString());
            segments.stream()
                    .filter(segment -> segment.get("paragraph").equals(paragraph.get("id")))
                    .forEach(segment ->
                            text.append(segment.get("source").asString())
                                    .append(segment.get("space").asString()));
        }
        text.append(json(archive, folder + "document.json").get("textAfter").asString());
        assertThat(text).hasToString(SOURCE);
    }

    @Test
    void everyRenderingIsItsLastRevision() throws IOException {
        var archive = archive(Names.WITHOUT);
        var folder = "documents/1-" + document.value() + "/";
        var last = new LinkedHashMap<String, JsonNode>();
        lines(archive, folder + "revisions.jsonl")
                .forEach(line -> last.put(line.get("rendering").asString(), line));
        var all = lines(archive, folder + "renderings.jsonl");
        assertThat(all)
                .filteredOn(line -> line.get("revision").asLong() > 0)
                .hasSize(2)
                .allSatisfy(line -> {
                    var revision = last.get(line.get("id").asString());
                    assertThat(line.get("text")).isEqualTo(revision.get("text"));
                    assertThat(line.get("status")).isEqualTo(revision.get("status"));
                    assertThat(line.get("revision")).isEqualTo(revision.get("revision"));
                });
        assertThat(all).allSatisfy(line -> assertThat(line.get("segments").size()).isPositive());
    }

    @Test
    void peopleAreNamedOnlyWhenAskedForAndNeverByLoginOrMail(Scenario scenario) throws IOException {
        learned(scenario);
        var pen = users.get(sara).penName();
        assertThat(everything(archive(Names.WITHOUT))).doesNotContain(pen, CREDIT, "\"by\"");
        assertThat(everything(archive(Names.PEN_NAMES))).contains(pen).doesNotContain(CREDIT);
        assertThat(everything(archive(Names.CREDIT_NAMES))).contains(CREDIT).doesNotContain(pen);
        for (var names : Names.values()) {
            assertThat(everything(archive(names)))
                    .doesNotContain(
                            users.loginOf(sara),
                            users.loginOf(mina),
                            users.loginOf(mona),
                            MAIL,
                            sara.value().toString(),
                            mina.value().toString());
        }
    }

    @Test
    void unsentWordsStayWithTheirWriter() throws IOException {
        assertThat(everything(archive(Names.PEN_NAMES))).doesNotContain("ناگفته");
    }

    @Test
    void onlyManagersTakeAProjectAway() {
        assertThatThrownBy(() -> written(out -> archives.write(project, Names.WITHOUT, out, sara)))
                .isInstanceOf(NotAllowedException.class);
        var stranger = collective.member(collective.project(), "s", ProjectRole.MANAGER);
        assertThatThrownBy(
                        () -> written(out -> archives.write(project, Names.WITHOUT, out, stranger)))
                .isInstanceOf(NotFoundException.class);
        assertThat(audited("project:" + project.value())).isEmpty();
    }

    @Test
    void theAuditLogTellsOfTheArchiveOnceAndOfNoPartOfIt() throws IOException {
        archive(Names.PEN_NAMES);
        assertThat(audited("project:" + project.value()))
                .containsExactly("archive names=pen-names");
        assertThat(audited("document:" + document.value()))
                .containsExactly("plain-text segments=4");
    }

    @Test
    void anArchiveThatNobodyTookIsNotTold() {
        assertThatThrownBy(() ->
                        archives.write(
                                project,
                                Names.WITHOUT,
                                new OutputStream() {
                                    @Override
                                    public void write(int b) throws IOException {
                                        throw new IOException("gone");
                                    }
                                },
                                mona))
                .isInstanceOf(IOException.class);
        assertThat(audited("project:" + project.value())).isEmpty();
    }

    @Test
    void aProgramTakesItUnderANameOfItsOwn() throws Exception {
        var answer = program.get(mona, "/api/v1/projects/{id}/archive", project.value());
        assertThat(answer)
                .hasStatusOk()
                .hasContentType("application/zip")
                .hasHeader("Bargardan-Left-Out", "0");
        assertThat(answer.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .matches("attachment; filename=\"Project-\\d+\\.zip\"; filename\\*=UTF-8''.+");
        assertThat(entries(answer.getResponse().getContentAsByteArray()))
                .containsKey("project.json");
        assertThat(program.get(sara, "/api/v1/projects/{id}/archive", project.value()))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private DocumentId imported(String name, String text) {
        return ((Imported) imports.importText(project, name, text.getBytes(UTF_8), UTF_8, mona))
                .document();
    }

    private Entry entry(int n) {
        return collective.entries(document).get(n);
    }

    private Rendering confirm(int n, String text) {
        var rendering = entry(n).rendering();
        return saved(
                renderings.confirm(
                        rendering.id(),
                        rendering.version(),
                        TaggedText.plain(text),
                        Origin.TYPED,
                        sara));
    }

    private static Rendering saved(SaveResult result) {
        return ((Saved) result).rendering();
    }

    private void learned(Scenario scenario) {
        scenario.stimulate(() -> {})
                .andWaitForStateChange(
                        () -> memories.size(memories.of(project, MemoryKind.APPROVED)),
                        size -> size == 1)
                .andVerify(size -> assertThat(size).isOne());
    }

    private int revisionsStored() {
        return collective.entries(document).stream()
                .mapToInt(entry -> renderings.revisions(entry.rendering().id(), mona).size())
                .sum();
    }

    private List<String> audited(String subject) {
        return database.sql("select detail from account_audit_entry where subject = ? order by id")
                .param(subject)
                .query(String.class)
                .list();
    }

    private Map<String, byte[]> archive(Names names) throws IOException {
        return entries(
                written(out -> assertThat(archives.write(project, names, out, mona)).isZero()));
    }

    /// Writes to what it is handed.
    @FunctionalInterface
    private interface Writing {

        void to(OutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) throws IOException {
        var out = new ByteArrayOutputStream();
        writing.to(out);
        return out.toByteArray();
    }

    private static Map<String, byte[]> entries(byte[] archive) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entries.put(entry.getName(), zip.readAllBytes())).isNull();
            }
        }
        return entries;
    }

    private static String everything(Map<String, byte[]> archive) {
        var all = new StringBuilder();
        archive.forEach((name, bytes) ->
                all.append(name).append('\n').append(new String(bytes, UTF_8)).append('\n'));
        return all.toString();
    }

    private static String text(Map<String, byte[]> archive, String entry) {
        assertThat(archive).containsKey(entry);
        return new String(archive.get(entry), UTF_8);
    }

    private static JsonNode json(Map<String, byte[]> archive, String entry) {
        return JSON.readTree(text(archive, entry));
    }

    private static List<JsonNode> lines(Map<String, byte[]> archive, String entry) {
        return text(archive, entry).lines().map(JSON::readTree).toList();
    }
}

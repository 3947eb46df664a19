package org.bargardan.administration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bargardan.project.internal.schema.Tables.PROJECT;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.Program;
import org.bargardan.account.AuditAction;
import org.bargardan.account.People;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.base.ReadOnlyException;
import org.bargardan.base.ReadOnlyMode;
import org.bargardan.document.DocumentDeletion;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Documents;
import org.bargardan.document.Entry;
import org.bargardan.document.Origin;
import org.bargardan.document.Reason;
import org.bargardan.document.Renderings;
import org.bargardan.document.Segments;
import org.bargardan.importing.Imports;
import org.bargardan.memory.MemoryId;
import org.bargardan.memory.MemoryImport;
import org.bargardan.memory.MemoryImportResult;
import org.bargardan.memory.ProjectMemories;
import org.bargardan.project.Membership;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectInvitations;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.bargardan.project.Workflow;
import org.bargardan.review.Comments;
import org.bargardan.text.TaggedText;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The mode is the whole house's, so each test switches it off again, whatever happens.
@House
class ReadOnlyTest {

    private static final TaggedText WORDS = TaggedText.plain("شب بود.");
    private static final byte[] TEXT = "Nobody came.\n".getBytes(UTF_8);
    private static final byte[] TMX =
            """
            <tmx version="1.4"><header srclang="en"/><body>
            <tu><tuv xml:lang="en"><seg>Night.</seg></tuv><tuv xml:lang="fa"><seg>شب.</seg></tuv></tu>
            </body></tmx>
            """
                    .getBytes(UTF_8);

    @Autowired private Collective collective;
    @Autowired private Program program;
    @Autowired private Housekeeping house;
    @Autowired private ReadOnlyMode mode;
    @Autowired private People people;
    @Autowired private Users users;
    @Autowired private Projects projects;
    @Autowired private Membership membership;
    @Autowired private ProjectInvitations invitations;
    @Autowired private Documents documents;
    @Autowired private DocumentDeletion deletion;
    @Autowired private Segments segments;
    @Autowired private Renderings renderings;
    @Autowired private Comments comments;
    @Autowired private Imports imports;
    @Autowired private MemoryImport memoryImport;
    @Autowired private ProjectMemories memories;
    @Autowired private DSLContext database;

    private UserId administrator;
    private UserId mahin;
    private ProjectId project;
    private DocumentId document;
    private Entry first;
    private Entry second;

    @BeforeEach
    void aDocumentBegun() {
        project = collective.project();
        administrator = collective.administrator();
        mahin = collective.member(project, "mahin", ProjectRole.MANAGER, ProjectRole.TRANSLATOR);
        document = collective.document(project, "It was night.\nNobody came.");
        first = collective.entries(document).getFirst();
        second = collective.entries(document).getLast();
        var rendering = first.rendering();
        renderings.confirm(rendering.id(), rendering.version(), WORDS, Origin.TYPED, mahin);
        first = collective.entries(document).getFirst();
    }

    @Test
    void peopleReadAndNobodyWrites() throws Exception {
        var memory = memory();
        house.readOnly(true, administrator);
        try {
            assertThat(newest(AuditAction.READ_ONLY_BEGUN)).isEqualTo(administrator);
            nothingIsWritten(memory);
            everythingIsRead();
            programsAreToldSo();
            peopleComeAndGo();
        } finally {
            house.readOnly(false, administrator);
        }
        assertThat(newest(AuditAction.READ_ONLY_ENDED)).isEqualTo(administrator);
        comments.say(first.rendering().id(), "We write again.", mahin);
        assertThat(comments.of(first.rendering().id(), mahin)).hasSize(1);
    }

    /// Rows are written in more ways than one; the guard reads statements.
    @Test
    void everyFormOfStatementIsSeen() {
        mode.set(true);
        try {
            var id = project.value();
            var update = database.update(PROJECT).set(PROJECT.NAME, "x").where(PROJECT.ID.eq(id));
            refused(update::execute);
            refused(() -> update.returning(PROJECT.NAME).fetch());
            refused(() -> database.batch(update, update).execute());
            refused(() ->
                    database.batch(
                                    database.update(PROJECT)
                                            .set(PROJECT.NAME, (String) null)
                                            .where(PROJECT.ID.eq((UUID) null)))
                            .bind("x", id)
                            .execute());
            refused(() -> database.deleteFrom(PROJECT).where(PROJECT.ID.eq(id)).execute());
            var row = database.fetchSingle(PROJECT, PROJECT.ID.eq(id));
            row.setName("x");
            refused(row::update);
            refused(row::delete);
            refused(() -> database.batchUpdate(row).execute());
            row.setId(UUID.randomUUID());
            refused(row::insert);
            refused(() ->
                    database.insertInto(PROJECT)
                            .set(row)
                            .onConflict(PROJECT.ID)
                            .doUpdate()
                            .set(PROJECT.NAME, "x")
                            .execute());
            refused(() -> database.insertInto(PROJECT).set(row).onConflictDoNothing().execute());
            refused(() -> database.insertInto(PROJECT).set(row).returning(PROJECT.ID).fetch());
        } finally {
            mode.set(false);
        }
        assertThat(projects.get(project).name()).isNotEqualTo("x");
    }

    private void nothingIsWritten(MemoryId memory) {
        var id = first.rendering().id();
        long version = first.rendering().version();
        refused(() -> renderings.save(id, version, WORDS, Origin.TYPED, mahin));
        refused(() ->
                renderings.confirm(
                        second.rendering().id(),
                        second.rendering().version(),
                        WORDS,
                        Origin.TYPED,
                        mahin));
        refused(() -> renderings.approve(id, version, administrator));
        refused(() ->
                renderings.giveBack(
                        id, version, new Reason(Reason.Kind.STYLE, "stiff"), administrator));
        refused(() -> renderings.keepDraft(id, version, WORDS, mahin));
        refused(() -> comments.say(id, "Is it night?", mahin));
        refused(() -> imports.importText(project, "night.txt", TEXT, UTF_8, mahin));
        refused(() ->
                memoryImport.importTmx(project, "night.tmx", new ByteArrayInputStream(TMX), mahin));
        refused(() -> memories.delete(memory, mahin));
        refused(() -> deletion.delete(document, mahin));
        refused(() -> projects.create("New", Collective.ENGLISH_TO_PERSIAN, mahin));
        refused(() -> projects.delete(project, mahin));
        refused(() -> projects.decide(project, new Workflow(true), mahin));
        refused(() -> membership.change(project, mahin, Set.of(ProjectRole.MANAGER), mahin));
        refused(() -> invitations.invite(project, Set.of(ProjectRole.READER), mahin));
        assertThat(renderings.get(id, mahin).version()).isEqualTo(version);
    }

    private void everythingIsRead() {
        assertThat(documents.of(project, mahin)).hasSize(1);
        assertThat(segments.entries(document, mahin)).hasSize(2);
        assertThat(renderings.revisions(first.rendering().id(), mahin)).isNotEmpty();
        assertThat(memories.imported(project, mahin)).hasSize(1);
        documents.see(document, 1, mahin);
    }

    private void programsAreToldSo() {
        var rendering = second.rendering();
        told(
                program.put(
                        mahin,
                        "{\"text\": \"شب\", \"version\": %d}".formatted(rendering.version()),
                        "/api/v1/renderings/{id}",
                        rendering.id().value()));
        told(
                program.post(
                        mahin,
                        new MockMultipartFile("file", "night.txt", "text/plain", TEXT),
                        "/api/v1/projects/{id}/documents",
                        project.value()));
        told(
                program.post(
                        mahin,
                        new MockMultipartFile("file", "night.tmx", "text/xml", TMX),
                        "/api/v1/projects/{id}/memory",
                        project.value()));
        assertThat(program.get(mahin, "/api/v1/renderings/{id}", rendering.id().value()))
                .hasStatusOk();
    }

    private static void told(MvcTestResult answer) {
        assertThat(answer).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("the site is read-only for a while");
    }

    private void peopleComeAndGo() {
        assertThat(
                        program.paths()
                                .post()
                                .uri("/login")
                                .with(csrf())
                                .param("username", users.loginOf(mahin))
                                .param("password", Collective.PASSWORD)
                                .exchange())
                .hasStatus(HttpStatus.FOUND)
                .hasHeader("Location", "/");
    }

    private MemoryId memory() throws Exception {
        return ((MemoryImportResult.Imported)
                        memoryImport.importTmx(
                                project, "night.tmx", new ByteArrayInputStream(TMX), mahin))
                .memory();
    }

    private UserId newest(AuditAction action) {
        return people.audit(null, action, administrator).getFirst().actor();
    }

    private static void refused(ThrowingCallable write) {
        assertThatThrownBy(write).isInstanceOf(ReadOnlyException.class);
    }
}

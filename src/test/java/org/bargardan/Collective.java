package org.bargardan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.bargardan.account.FirstStart;
import org.bargardan.account.NewPerson;
import org.bargardan.account.RegistrationResult;
import org.bargardan.account.RegistrationResult.Registered;
import org.bargardan.account.UserId;
import org.bargardan.base.StoredFiles;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Documents;
import org.bargardan.document.Entry;
import org.bargardan.document.NewDocument;
import org.bargardan.document.NewDocument.NewParagraph;
import org.bargardan.document.NewDocument.NewSegment;
import org.bargardan.document.Original;
import org.bargardan.document.ParagraphKind;
import org.bargardan.document.Segments;
import org.bargardan.project.LanguagePair;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectInvitations;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.bargardan.text.TaggedText;
import org.springframework.boot.test.context.TestComponent;

/// Brings people together in tests by living it: the first start, invitations, a project, a
/// document.
@TestComponent
public class Collective {

    public static final LanguagePair ENGLISH_TO_PERSIAN = new LanguagePair("en", "fa");
    public static final String PASSWORD = "a long enough password";

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final FirstStart firstStart;
    private final Projects projects;
    private final ProjectInvitations invitations;
    private final StoredFiles files;
    private final Documents documents;
    private final Segments segments;
    private UserId administrator;

    Collective(
            FirstStart firstStart,
            Projects projects,
            ProjectInvitations invitations,
            StoredFiles files,
            Documents documents,
            Segments segments) {
        this.firstStart = firstStart;
        this.projects = projects;
        this.invitations = invitations;
        this.files = files;
        this.documents = documents;
        this.segments = segments;
    }

    /// The one who started the server.
    public synchronized UserId administrator() {
        if (administrator == null) {
            administrator =
                    id(
                            firstStart.createAdministrator(
                                    firstStart.code().orElseThrow(), newcomer("golnar")));
        }
        return administrator;
    }

    public ProjectId project() {
        return projects.create(
                "Project " + NEXT.incrementAndGet(), ENGLISH_TO_PERSIAN, administrator());
    }

    /// A new person with these roles in the project.
    public UserId member(ProjectId project, String name, ProjectRole first, ProjectRole... more) {
        var link = invitations.invite(project, EnumSet.of(first, more), administrator());
        return id(invitations.register(link, newcomer(name)));
    }

    /// English paragraphs; each string is a paragraph, each of its lines a segment.
    public static List<NewParagraph> paragraphs(String... paragraphs) {
        var all = new ArrayList<NewParagraph>();
        for (var paragraph : paragraphs) {
            var lines = paragraph.split("\n");
            var cut = new ArrayList<NewSegment>();
            for (int i = 0; i < lines.length; i++) {
                cut.add(
                        new NewSegment(
                                TaggedText.plain(lines[i]), i == lines.length - 1 ? "" : " "));
            }
            all.add(
                    new NewParagraph(
                            ParagraphKind.BODY,
                            0,
                            "p" + all.size(),
                            all.isEmpty() ? "" : "\n\n",
                            true,
                            cut));
        }
        return all;
    }

    /// The file of such paragraphs, as [#document] stores it.
    public Original original(String... paragraphs) {
        var bytes = String.join("\n\n", paragraphs).getBytes(StandardCharsets.UTF_8);
        return new Original(
                files.store(bytes, "text/plain"),
                "document.txt",
                "text",
                "charset=UTF-8;bom=false",
                1,
                StoredFiles.sha256(bytes));
    }

    /// A document of [#paragraphs].
    public DocumentId document(ProjectId project, String... paragraphs) {
        return documents.create(
                project,
                new NewDocument(
                        "A document", "en", original(paragraphs), paragraphs(paragraphs), "\n"),
                administrator());
    }

    public List<Entry> entries(DocumentId document) {
        return segments.entries(document, administrator());
    }

    public static NewPerson newcomer(String name) {
        int n = NEXT.incrementAndGet();
        return new NewPerson(name + n, name + " " + n, PASSWORD, Locale.ENGLISH);
    }

    private static UserId id(RegistrationResult result) {
        assertThat(result).isInstanceOf(Registered.class);
        return ((Registered) result).id();
    }
}

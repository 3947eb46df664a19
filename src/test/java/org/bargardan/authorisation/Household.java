package org.bargardan.authorisation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bargardan.Collective;
import org.bargardan.Rehearsal;
import org.bargardan.account.InvitationId;
import org.bargardan.account.People;
import org.bargardan.account.SiteRole;
import org.bargardan.account.TokenId;
import org.bargardan.account.TokenScope;
import org.bargardan.account.Tokens;
import org.bargardan.account.UserId;
import org.bargardan.base.JobId;
import org.bargardan.base.Jobs;
import org.bargardan.document.DocumentDeletion;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Entry;
import org.bargardan.document.Origin;
import org.bargardan.document.Renderings;
import org.bargardan.memory.MemoryId;
import org.bargardan.memory.MemoryImport;
import org.bargardan.memory.MemoryImportResult;
import org.bargardan.memory.ProjectMemories;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectInvitations;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.bargardan.review.Comments;
import org.bargardan.text.TaggedText;

/// A project with somebody in every role, another one beside it, and things in every state.
final class Household {

    /// Stands in every text of the project; no stranger may ever be answered with it.
    static final String SECRET = "Zarathustra";

    final Map<Column, UserId> people = new EnumMap<>(Column.class);
    final UserId author;
    final UserId administrator;
    final ProjectId project;
    final ProjectId otherProject;
    final ProjectId deletedProject;
    final DocumentId document;
    final DocumentId otherDocument;
    final DocumentId deletedDocument;
    final InvitationId invitation;
    final TokenId token;
    final JobId job;
    final MemoryId memory;
    final MemoryId deletedMemory;
    final UserId stopped;
    final Map<Column, Entry> entries = new EnumMap<>(Column.class);
    final Map<UserId, String> writing = new HashMap<>();
    final Map<UserId, String> reading = new HashMap<>();

    Household(Services services) {
        var collective = services.collective();
        project = collective.project();
        otherProject = collective.project();
        var manager = collective.member(project, "manager", ProjectRole.MANAGER);
        var translator = collective.member(project, "translator", ProjectRole.TRANSLATOR);
        var reviewer = collective.member(project, "reviewer", ProjectRole.REVIEWER);
        author = collective.member(project, "author", ProjectRole.TRANSLATOR);
        var outsider =
                collective.member(
                        otherProject,
                        "outsider",
                        ProjectRole.MANAGER,
                        ProjectRole.TRANSLATOR,
                        ProjectRole.REVIEWER);
        administrator = collective.member(otherProject, "second", ProjectRole.READER);
        services.people()
                .changeRole(administrator, SiteRole.ADMINISTRATOR, collective.administrator());
        people.put(Column.OUTSIDER, outsider);
        people.put(Column.MIXED, outsider);
        people.put(Column.ADMINISTRATOR, administrator);
        people.put(Column.READER, collective.member(project, "reader", ProjectRole.READER));
        people.put(Column.TRANSLATOR, translator);
        people.put(Column.TRANSLATOR_OWN, translator);
        people.put(Column.REVIEWER, reviewer);
        people.put(Column.REVIEWER_OWN, reviewer);
        people.put(Column.MANAGER, manager);

        document =
                collective.document(
                        project,
                        SECRET + " spoke. \n" + SECRET + " slept. \n" + SECRET + " woke. \nNight.");
        otherDocument = collective.document(otherProject, "It was day.");
        var all = collective.entries(document);
        confirm(services, all.get(0), author);
        confirm(services, all.get(1), translator);
        confirm(services, all.get(2), reviewer);
        services.comments().say(all.getFirst().rendering().id(), SECRET + "?", author);
        all = collective.entries(document);
        for (var column : Column.values()) {
            entries.put(column, all.getFirst());
        }
        entries.put(Column.TRANSLATOR_OWN, all.get(1));
        entries.put(Column.REVIEWER_OWN, all.get(2));

        deletedDocument = collective.document(project, SECRET + " left.");
        services.deletion().delete(deletedDocument, manager);
        services.invitations().invite(project, EnumSet.of(ProjectRole.READER), manager);
        invitation = services.invitations().waiting(project, manager).getFirst().id();
        deletedProject =
                services.projects().create("Deleted", Collective.ENGLISH_TO_PERSIAN, manager);
        services.projects().delete(deletedProject, manager);
        token =
                services.tokens()
                        .create("the author's", TokenScope.READ, Duration.ofDays(1), author)
                        .token()
                        .id();
        job = services.jobs().start(Rehearsal.KIND, SECRET, author);
        memory = memory(services, manager);
        deletedMemory = memory(services, manager);
        services.memories().delete(deletedMemory, manager);
        stopped = collective.member(project, "stopped", ProjectRole.TRANSLATOR);
        services.people().deactivate(stopped, collective.administrator());
        for (var person : Set.copyOf(people.values())) {
            writing.put(person, secret(services, person, TokenScope.WRITE));
            reading.put(person, secret(services, person, TokenScope.READ));
        }
    }

    private MemoryId memory(Services services, UserId manager) {
        var file =
                """
                <tmx version="1.4"><header srclang="en"/><body><tu>
                <tuv xml:lang="en"><seg>%1$s sang.</seg></tuv><tuv xml:lang="fa"><seg>%1$s</seg></tuv>
                </tu></body></tmx>
                """
                        .formatted(SECRET);
        try {
            var result =
                    services.memoryImport()
                            .importTmx(
                                    project,
                                    "a.tmx",
                                    new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                                    manager);
            return ((MemoryImportResult.Imported) result).memory();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Entry entry(Column column) {
        return entries.get(column);
    }

    List<Entry> all() {
        return List.copyOf(entries.values());
    }

    private static String secret(Services services, UserId person, TokenScope scope) {
        return services.tokens().create("a test", scope, Duration.ofDays(1), person).secret();
    }

    private static void confirm(Services services, Entry entry, UserId by) {
        services.renderings()
                .confirm(
                        entry.rendering().id(),
                        entry.rendering().version(),
                        TaggedText.plain(SECRET + " به زبان " + entry.number()),
                        Origin.TYPED,
                        by);
    }

    /// What it takes to set the household up.

    record Services(
            Collective collective,
            People people,
            Projects projects,
            ProjectInvitations invitations,
            DocumentDeletion deletion,
            Renderings renderings,
            Comments comments,
            Tokens tokens,
            Jobs jobs,
            MemoryImport memoryImport,
            ProjectMemories memories) {}
}

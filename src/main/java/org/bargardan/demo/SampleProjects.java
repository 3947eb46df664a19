package org.bargardan.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bargardan.account.NewPerson;
import org.bargardan.account.RegistrationResult.Registered;
import org.bargardan.account.UserId;
import org.bargardan.base.SecretLink;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Entry;
import org.bargardan.document.Origin;
import org.bargardan.document.Reason;
import org.bargardan.document.RenderingId;
import org.bargardan.document.Renderings;
import org.bargardan.document.SaveResult;
import org.bargardan.document.Segments;
import org.bargardan.importing.ImportResult;
import org.bargardan.importing.Imports;
import org.bargardan.project.LanguagePair;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectInvitations;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.bargardan.review.Comments;
import org.bargardan.text.TaggedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes the sample by living it: people are invited, texts imported, segments translated, returned
/// and approved, all through the services that everybody uses.
@Service
public class SampleProjects {

    private static final List<Essay> ESSAYS =
            List.of(
                    new Essay("essay.en.txt", "essay.en-fa", new LanguagePair("en", "fa")),
                    new Essay("essay.fa.txt", "essay.fa-en", new LanguagePair("fa", "en")));

    private final Projects projects;
    private final ProjectInvitations invitations;
    private final Imports imports;
    private final Segments segments;
    private final Renderings renderings;
    private final Comments comments;

    SampleProjects(
            Projects projects,
            ProjectInvitations invitations,
            Imports imports,
            Segments segments,
            Renderings renderings,
            Comments comments) {
        this.projects = projects;
        this.invitations = invitations;
        this.imports = imports;
        this.segments = segments;
        this.renderings = renderings;
        this.comments = comments;
    }

    /// Two projects of the person who asks, in which two translators and a reviewer have worked.
    /// Nobody can sign in as them, unless their passwords are given.
    @Transactional
    public void add(UserId actor) {
        add(actor, Map.of());
    }

    /// @param passwords of the sample people, by login; whoever is missing gets one nobody knows
    @Transactional
    void add(UserId actor, Map<String, String> passwords) {
        Map<String, UserId> people = new HashMap<>();
        for (var essay : ESSAYS) {
            var text = resource(essay.text());
            var title = text.lines().findFirst().orElse(essay.text());
            var project = projects.create(title, essay.languages(), actor);
            for (var member : SamplePerson.values()) {
                join(project, member, people, passwords, actor);
            }
            var document = imported(project, essay, text, actor);
            translate(document, essay, people, actor);
        }
    }

    private void join(
            ProjectId project,
            SamplePerson member,
            Map<String, UserId> people,
            Map<String, String> passwords,
            UserId actor) {
        var link = invitations.invite(project, EnumSet.of(member.role()), actor);
        var known = people.get(member.key());
        if (known != null) {
            invitations.accept(link, known);
            return;
        }
        var password = passwords.getOrDefault(member.key(), SecretLink.create().text());
        var login =
                passwords.containsKey(member.key())
                        ? member.key()
                        : "sample-" + member.key() + "-" + project.value().toString().substring(24);
        var newcomer = new NewPerson(login, member.penName(), password, Locale.ENGLISH);
        if (invitations.register(link, newcomer) instanceof Registered(var id)) {
            people.put(member.key(), id);
        } else {
            // Somebody real writes under that name: the sample person takes another.
            var other =
                    new NewPerson(
                            login, member.penName() + " (" + login + ")", password, Locale.ENGLISH);
            if (invitations.register(link, other) instanceof Registered(var id)) {
                people.put(member.key(), id);
            } else {
                throw new IllegalStateException("the sample person " + login + " cannot be made");
            }
        }
    }

    private DocumentId imported(ProjectId project, Essay essay, String text, UserId actor) {
        var result =
                imports.importText(
                        project,
                        essay.text(),
                        text.getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.UTF_8,
                        actor);
        if (result instanceof ImportResult.Imported(var document, int _, int _)) {
            return document;
        }
        throw new IllegalStateException("the sample cannot be imported: " + result);
    }

    private void translate(
            DocumentId document, Essay essay, Map<String, UserId> people, UserId actor) {
        var bySource = new HashMap<String, RenderingId>();
        for (Entry entry : segments.entries(document, actor)) {
            bySource.putIfAbsent(entry.source().text(), entry.rendering().id());
        }
        resource(essay.lines() + ".tsv")
                .lines()
                .map(line -> line.split("\t", -1))
                .filter(line -> bySource.containsKey(line[0]))
                .forEach(line -> translate(bySource.get(line[0]), line, people));
        resource(essay.lines() + ".comments.tsv")
                .lines()
                .map(line -> line.split("\t", -1))
                .filter(line -> bySource.containsKey(line[0]))
                .forEach(line ->
                        comments.say(
                                Objects.requireNonNull(bySource.get(line[0])),
                                line[2],
                                person(people, line[1])));
    }

    private void translate(
            @Nullable RenderingId rendering, String[] line, Map<String, UserId> people) {
        var id = Objects.requireNonNull(rendering);
        var translator = person(people, line[3]);
        var reviewer = person(people, SamplePerson.MINA.key());
        var text = TaggedText.plain(line[1]);
        if (line[2].equals("draft")) {
            saved(renderings.save(id, 1, text, Origin.TYPED, translator));
            return;
        }
        long version = saved(renderings.confirm(id, 1, text, Origin.TYPED, translator));
        switch (line[2]) {
            case "approved" -> saved(renderings.approve(id, version, text, reviewer));
            case "returned" -> saved(renderings.giveBack(id, version, reason(line[4]), reviewer));
            default -> {
                // It waits for review.
            }
        }
    }

    private static Reason reason(String note) {
        var parts = note.split(": ", 2);
        var kind =
                switch (parts[0]) {
                    case "terminology" -> Reason.Kind.TERM;
                    case "typography" -> Reason.Kind.SPELLING;
                    default -> Reason.Kind.of(parts[0]);
                };
        return new Reason(kind, parts[1]);
    }

    private static long saved(SaveResult result) {
        if (result instanceof SaveResult.Saved(var rendering)) {
            return rendering.version();
        }
        throw new IllegalStateException("the sample cannot be made: " + result);
    }

    private static UserId person(Map<String, UserId> people, String key) {
        return Objects.requireNonNull(people.get(key), key);
    }

    private static String resource(String name) {
        try (var in = SampleProjects.class.getResourceAsStream("/demo/" + name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A text with its translation: source, target, state, translator, reason, one a line.
    private record Essay(String text, String lines, LanguagePair languages) {}

    /// The people of the sample.
    enum SamplePerson {
        SARA("Sara", ProjectRole.TRANSLATOR),
        OMID("Omid", ProjectRole.TRANSLATOR),
        MINA("Mina", ProjectRole.REVIEWER);

        private final String penName;
        private final ProjectRole role;

        SamplePerson(String penName, ProjectRole role) {
            this.penName = penName;
            this.role = role;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        String penName() {
            return penName;
        }

        ProjectRole role() {
            return role;
        }
    }
}

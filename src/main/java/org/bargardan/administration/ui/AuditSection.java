package org.bargardan.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bargardan.account.AuditAction;
import org.bargardan.account.AuditEntry;
import org.bargardan.account.AuditLog;
import org.bargardan.account.People;
import org.bargardan.account.Person;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;
import org.bargardan.project.Projects;
import org.bargardan.project.Projects.Listed;
import org.jspecify.annotations.Nullable;

/// The audit log, newest first: when, who, what, to what, and from where while that is known.
final class AuditSection extends Section {

    private static final int SHORT_ID = 8;
    private static final String PERSON = "person=";
    private static final int UUID_LENGTH = 36;
    private static final List<String> KINDS =
            List.of("person", "project", "document", "memory", "invitation", "token", "backup");

    private final transient People people;
    private final transient Users users;
    private final transient UserId actor;
    private final transient Map<String, String> projectNames;
    private final Select<AuditAction> only = new Select<>();
    private final OrderedList list = new OrderedList();
    private final Paragraph none;
    private final Button older;
    private @Nullable UUID oldest;

    AuditSection(People people, Users users, Projects projects, UserId actor) {
        this.people = people;
        this.users = users;
        this.actor = actor;
        projectNames =
                projects.all(actor).stream()
                        .collect(
                                Collectors.toMap(
                                        each -> each.id().value().toString(), Listed::name));
        only.setLabel(getTranslation("administration.audit.only"));
        only.setEmptySelectionAllowed(true);
        only.setEmptySelectionCaption(getTranslation("administration.audit.all"));
        only.setItems(AuditAction.values());
        only.setItemLabelGenerator(action ->
                getTranslation(action == null ? "administration.audit.all" : key(action)));
        only.addValueChangeListener(change -> begin());
        list.addClassNames("audit");
        none = Parts.with(new Paragraph(getTranslation("administration.audit.none")), "quiet");
        older = Parts.button(getTranslation("administration.audit.older"), this::more);
        add(
                Parts.heading(getTranslation("administration.audit")),
                Parts.with(new Paragraph(getTranslation("administration.audit.intro")), "quiet"),
                only,
                list,
                none,
                Parts.div("acts", older));
        begin();
    }

    static String key(AuditAction action) {
        return "audit." + action.key();
    }

    private void begin() {
        list.removeAll();
        oldest = null;
        more();
        none.setVisible(list.getComponentCount() == 0);
    }

    private void more() {
        var page = people.audit(oldest, only.getValue(), actor);
        var named = named(page);
        page.forEach(entry -> list.add(row(entry, named)));
        if (!page.isEmpty()) {
            oldest = page.getLast().id();
        }
        older.setVisible(page.size() == AuditLog.PAGE);
    }

    private ListItem row(AuditEntry entry, Map<UserId, Person> named) {
        var row =
                new ListItem(
                        Parts.with(Shown.dayAndTime(entry.at(), getLocale()), "when"),
                        Parts.span("who", actor(entry, named)),
                        Parts.span("what", getTranslation(key(entry.action()))));
        if (!entry.subject().isEmpty()) {
            row.add(subject(entry.subject(), named));
        }
        if (!entry.detail().isEmpty()) {
            row.add(Parts.span("detail", latin(detail(entry.detail(), named))));
        }
        if (entry.address() != null) {
            row.add(
                    Parts.span(
                            "quiet",
                            new Span(getTranslation("administration.audit.from") + " "),
                            latin(entry.address())));
        }
        return row;
    }

    /// A sign-in that failed was somebody's; all else that nobody did the house did itself.
    private Component actor(AuditEntry entry, Map<UserId, Person> named) {
        if (entry.actor() != null) {
            return Parts.isolated(name(entry.actor(), named));
        }
        return new Span(
                getTranslation(
                        entry.subject().isEmpty()
                                ? "administration.audit.somebody"
                                : "administration.audit.house"));
    }

    private Component subject(String subject, Map<UserId, Person> named) {
        var kind = subject.replaceFirst(":.*", "");
        var id = subject.substring(Math.min(subject.length(), kind.length() + 1));
        var name =
                switch (kind) {
                    case "person" -> person(id).map(person -> name(person, named));
                    case "project" -> Optional.ofNullable(projectNames.get(id));
                    default -> Optional.<String>empty();
                };
        var shown =
                name.<Component>map(Parts::isolated)
                        .orElseGet(() -> latin(id.length() == UUID_LENGTH ? shortened(id) : id));
        var words = "administration.audit.subject." + kind;
        var whole =
                Parts.span(
                        "subject",
                        new Span((KINDS.contains(kind) ? getTranslation(words) : kind) + " "),
                        shown);
        whole.setTitle(subject);
        return whole;
    }

    private static String shortened(String id) {
        return id.substring(0, SHORT_ID) + "…";
    }

    /// Ids of people become names; what stays is keys and numbers.
    private String detail(String detail, Map<UserId, Person> named) {
        var words = new StringBuilder();
        for (var word : detail.split(" ")) {
            var person =
                    word.startsWith("person=")
                            ? person(word.substring(7))
                            : Optional.<UserId>empty();
            words.append(words.isEmpty() ? "" : " ")
                    .append(person.map(id -> name(id, named)).orElse(word));
        }
        return words.toString();
    }

    private Map<UserId, Person> named(List<AuditEntry> page) {
        var ids =
                page.stream()
                        .flatMap(entry ->
                                Stream.concat(
                                        Stream.ofNullable(entry.actor()),
                                        Stream.of(
                                                        entry.subject()
                                                                .replaceFirst("^person:", ""),
                                                        entry.detail()
                                                                .replaceFirst("^person=", "")
                                                                .replaceFirst(" .*", ""))
                                                .map(AuditSection::person)
                                                .flatMap(Optional::stream)))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return new HashMap<>(users.byIds(ids));
    }

    private static Optional<UserId> person(String id) {
        try {
            return id.length() == UUID_LENGTH
                    ? Optional.of(new UserId(UUID.fromString(id)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String name(UserId id, Map<UserId, Person> named) {
        var person = named.get(id);
        return person == null ? shortened(id.value().toString()) : person.penName();
    }

    /// Keys, numbers and addresses run from left to right on every screen.
    private static HtmlComponent latin(String text) {
        var shown = Parts.isolated(text);
        shown.getElement().setAttribute("dir", "ltr");
        return shown;
    }
}

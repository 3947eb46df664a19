package org.bargardan.home.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import org.bargardan.account.UserId;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;
import org.bargardan.document.DocumentDeletion;
import org.bargardan.document.DocumentDeletion.Deleted;
import org.bargardan.project.ProjectId;
import org.bargardan.project.Projects;

/// The documents that were deleted from a project, each with the way back; nothing where there are
/// none.
final class DeletedDocuments extends Div {

    private final transient DocumentDeletion deletion;
    private final transient ProjectId project;
    private final transient Clock clock;
    private final transient UserId actor;
    private final transient Runnable changed;

    DeletedDocuments(
            DocumentDeletion deletion,
            ProjectId project,
            Clock clock,
            UserId actor,
            Runnable changed) {
        this.deletion = deletion;
        this.project = project;
        this.clock = clock;
        this.actor = actor;
        this.changed = changed;
        addClassName("deleted-documents");
        show();
    }

    void show() {
        removeAll();
        var deleted = deletion.deletedOf(project, actor);
        if (deleted.isEmpty()) {
            return;
        }
        var rows = new UnorderedList();
        rows.addClassName("people-list");
        deleted.forEach(each -> rows.add(row(each)));
        add(
                Parts.heading(getTranslation("deleted.title")),
                Parts.with(
                        new Paragraph(
                                getTranslation(
                                        "deleted.intro",
                                        Shown.number(Projects.KEPT.toDays(), getLocale()))),
                        "quiet"),
                rows);
    }

    private ListItem row(Deleted each) {
        return new ListItem(
                Parts.span("who", Parts.isolated(each.title())),
                Parts.span("quiet", getTranslation("deleted.at")),
                Parts.with(Shown.moment(each.at(), clock.instant(), getLocale()), "quiet"),
                Parts.grow(),
                Parts.quiet(
                        getTranslation("deleted.back"),
                        () -> {
                            deletion.undelete(each.id(), actor);
                            show();
                            changed.run();
                        }));
    }
}

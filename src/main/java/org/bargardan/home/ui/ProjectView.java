package org.bargardan.home.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import org.bargardan.account.SignedInUser;
import org.bargardan.account.UserId;
import org.bargardan.archive.Archives;
import org.bargardan.archive.ui.ArchiveSection;
import org.bargardan.base.Jobs;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.ui.FileDownload;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;
import org.bargardan.document.Document;
import org.bargardan.document.DocumentDeletion;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Documents;
import org.bargardan.document.Progress;
import org.bargardan.editor.panel.EditorNavigation;
import org.bargardan.exporting.ExportResult;
import org.bargardan.exporting.Exports;
import org.bargardan.importing.ImportJobs;
import org.bargardan.importing.Imports;
import org.bargardan.importing.ui.DocumentDrop;
import org.bargardan.importing.ui.NewerVersionButton;
import org.bargardan.importing.ui.RepairsView;
import org.bargardan.memory.MemoryExport;
import org.bargardan.memory.MemoryImport;
import org.bargardan.memory.ProjectMemories;
import org.bargardan.memory.ui.MemorySection;
import org.bargardan.project.Membership;
import org.bargardan.project.Project;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectInvitations;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.bargardan.project.Workflow;
import org.bargardan.project.ui.LanguageNames;
import org.bargardan.project.ui.MembersSection;
import org.bargardan.project.ui.ProjectNavigation;
import org.jspecify.annotations.Nullable;

/// A project: its documents, people and memories, and where files are dropped.
@Route("projects/:project")
@PermitAll
class ProjectView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Projects projects;
    private final transient Membership membership;
    private final transient ProjectInvitations invitations;
    private final transient Documents documents;
    private final transient Imports imports;
    private final transient ImportJobs importJobs;
    private final transient Jobs jobs;
    private final transient Exports exports;
    private final transient ProjectMemories memories;
    private final transient MemoryExport memoryExport;
    private final transient DocumentDeletion deletion;
    private final transient Clock clock;
    private final transient Archives archives;
    private final transient MemoryImport memoryImport;
    private final transient UserId actor;
    private final Div list = new Div();
    private @Nullable DeletedDocuments deleted;
    private @Nullable Project project;

    ProjectView(
            Projects projects,
            Membership membership,
            ProjectInvitations invitations,
            Documents documents,
            Imports imports,
            ImportJobs importJobs,
            Jobs jobs,
            Exports exports,
            ProjectMemories memories,
            MemoryExport memoryExport,
            DocumentDeletion deletion,
            Clock clock,
            Archives archives,
            MemoryImport memoryImport,
            SignedInUser signedIn) {
        this.projects = projects;
        this.membership = membership;
        this.invitations = invitations;
        this.documents = documents;
        this.imports = imports;
        this.importJobs = importJobs;
        this.jobs = jobs;
        this.exports = exports;
        this.memories = memories;
        this.memoryExport = memoryExport;
        this.deletion = deletion;
        this.clock = clock;
        this.archives = archives;
        this.memoryImport = memoryImport;
        actor = signedIn.require().id();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        var id =
                entering.getRouteParameters()
                        .get("project")
                        .flatMap(ProjectId::find)
                        .orElseThrow(() -> new NotFoundException("project"));
        var opened = projects.get(id, actor);
        project = opened;
        removeAll();
        var roles = membership.roles(id, actor);
        add(
                new H1(Parts.isolated(opened.name())),
                Parts.with(
                        new Paragraph(LanguageNames.pair(opened.languages(), getLocale())),
                        "eyebrow"));
        var main = new Section(Parts.heading(getTranslation("documents.title")), list);
        if (roles.contains(ProjectRole.MANAGER) || roles.contains(ProjectRole.TRANSLATOR)) {
            main.add(new DocumentDrop(imports, importJobs, jobs, opened, actor));
        }
        deleted = null;
        if (roles.contains(ProjectRole.MANAGER)) {
            deleted = new DeletedDocuments(deletion, id, clock, actor, this::showDocuments);
            main.add(deleted);
        }
        showDocuments();
        var beside = new Div(new MembersSection(membership, invitations, opened, clock, actor));
        if (roles.contains(ProjectRole.MANAGER)) {
            beside.add(rules(opened), new ArchiveSection(archives, opened, actor));
        }
        beside.add(
                new MemorySection(
                        memories,
                        memoryExport,
                        memoryImport,
                        opened,
                        documents.of(id, actor),
                        actor,
                        roles.contains(ProjectRole.MANAGER)));
        add(Parts.div("project-page", main, beside));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", project == null ? "" : project.name());
    }

    private void showDocuments() {
        list.removeAll();
        if (project == null) {
            return;
        }
        var all = documents.of(project.id(), actor);
        if (all.isEmpty()) {
            list.add(
                    Parts.div(
                            "nothing",
                            Parts.with(
                                    new Paragraph(getTranslation("documents.none")),
                                    "nothing-head"),
                            new Paragraph(getTranslation("documents.none.how"))));
            return;
        }
        var progress = documents.progress(all.stream().map(Document::id).toList(), actor);
        var rows = new UnorderedList();
        rows.addClassNames("rows", "documents");
        all.forEach(document ->
                rows.add(
                        row(
                                document,
                                progress.getOrDefault(document.id(), new Progress(Map.of())))));
        list.add(rows);
    }

    private ListItem row(Document document, Progress progress) {
        var open =
                Parts.link(
                        EditorNavigation.path(document.id()),
                        "",
                        Parts.span("what", Parts.isolated(document.title())),
                        Parts.span(
                                "side-note",
                                getTranslation(
                                        "documents.progress",
                                        Shown.number(progress.translated(), getLocale()),
                                        Shown.number(progress.total(), getLocale()))),
                        Parts.span(
                                "meta",
                                getTranslation(
                                        "documents.percent",
                                        Shown.percent(Bars.percent(progress), getLocale()))),
                        Bars.of(progress));
        var acts =
                Parts.div(
                        "row-acts",
                        download(
                                document,
                                "documents.export",
                                document.languages().target() + ".txt",
                                out -> exports.translation(document.id(), out, actor)),
                        download(
                                document,
                                "documents.export.source",
                                ending(document),
                                out -> exports.original(document.id(), out, actor)));
        acts.add(
                Parts.link(
                        RepairsView.path(document.id()),
                        "btn small bare",
                        Parts.span("", getTranslation("documents.repairs"))));
        exports.ownFormat(document.id(), actor)
                .ifPresent(format ->
                        acts.addComponentAsFirst(
                                download(
                                        document,
                                        "documents.export.own." + format.filter(),
                                        document.languages().target() + "." + format.ending(),
                                        out -> exports.inOwnFormat(document.id(), out, actor))));
        if (deleted != null) {
            acts.add(
                    new NewerVersionButton(imports, document, actor),
                    Parts.quiet(
                            getTranslation("deleted.delete"), () -> askWhetherToDelete(document)));
        }
        return new ListItem(open, acts);
    }

    /// Of the file that the document came from, without the dot.
    private String ending(Document document) {
        var name = documents.original(document.id(), actor).fileName();
        var ending = name.substring(name.lastIndexOf('.') + 1);
        return ending.matches("[A-Za-z0-9]{1,8}") ? ending : "bin";
    }

    private void askWhetherToDelete(Document document) {
        Parts.ask(
                getTranslation("deleted.sure", document.title()),
                getTranslation(
                        "deleted.document.help", Shown.number(Projects.KEPT.toDays(), getLocale())),
                getTranslation("deleted.delete"),
                () -> {
                    deletion.delete(document.id(), actor);
                    showDocuments();
                    if (deleted != null) {
                        deleted.show();
                    }
                });
    }

    private Component download(Document document, String key, String ending, Export export) {
        var link =
                new FileDownload(
                        getTranslation(key),
                        FileDownload.namePart(document.title()) + "." + ending,
                        // The source has whatever encoding it came in.
                        "application/octet-stream",
                        out -> write(document.id(), export, out));
        link.addClassName("bare");
        return link;
    }

    private static @Nullable String write(DocumentId id, Export export, OutputStream out)
            throws IOException {
        return switch (export.to(out)) {
            case ExportResult.Exported exported -> null;
            case ExportResult.ExportedPlain plain -> "documents.export.plain";
            case ExportResult.Failed(var problem) ->
                    throw new IllegalStateException(
                            "document " + id.value() + " was not exported: " + problem);
        };
    }

    private Component rules(Project opened) {
        var own = new Checkbox(getTranslation("project.own-text"));
        own.setHelperText(getTranslation("project.own-text.help"));
        own.setValue(opened.workflow().ownTextMayBeApproved());
        own.addValueChangeListener(
                change -> projects.decide(opened.id(), new Workflow(change.getValue()), actor));
        return new Section(
                Parts.heading(getTranslation("project.rules")),
                own,
                Parts.div(
                        "acts",
                        Parts.link(
                                ProjectNavigation.rulesPath(opened.id()),
                                "btn",
                                Parts.span("", getTranslation("rules.title")))),
                Parts.div(
                        "acts",
                        Parts.quiet(
                                getTranslation("deleted.project"),
                                () -> askWhetherToDelete(opened))));
    }

    private void askWhetherToDelete(Project opened) {
        Parts.ask(
                getTranslation("deleted.sure", opened.name()),
                getTranslation(
                        "deleted.project.help", Shown.number(Projects.KEPT.toDays(), getLocale())),
                getTranslation("deleted.project"),
                () -> {
                    projects.delete(opened.id(), actor);
                    getUI().ifPresent(ui -> ui.navigate(""));
                });
    }

    /// One way of writing a document out.
    private interface Export {

        ExportResult to(OutputStream out) throws IOException;
    }
}

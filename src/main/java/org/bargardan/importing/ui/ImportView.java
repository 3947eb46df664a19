package org.bargardan.importing.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bargardan.account.SignedInUser;
import org.bargardan.account.UserId;
import org.bargardan.base.JobId;
import org.bargardan.base.Jobs;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.ui.Glyph;
import org.bargardan.base.ui.JobProgressBar;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shortcut;
import org.bargardan.base.ui.Shown;
import org.bargardan.base.ui.TopBar;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Documents;
import org.bargardan.document.ReimportResult;
import org.bargardan.document.VersionComparison;
import org.bargardan.editor.panel.EditorNavigation;
import org.bargardan.format.FileFormat;
import org.bargardan.importing.ImportJobs;
import org.bargardan.importing.ImportResult;
import org.bargardan.importing.Imports;
import org.bargardan.importing.ReplaceResult;
import org.bargardan.importing.ui.ImportUnderWay.State;
import org.bargardan.project.Project;
import org.bargardan.project.ProjectId;
import org.bargardan.project.Projects;
import org.bargardan.project.SentenceRules;
import org.jspecify.annotations.Nullable;

/// Where a file becomes a document, in three steps: the file as it was read, the repaired text
/// beside it, and its segments; a newer version of a document's file has a fourth, what it changes.
/// Nothing is stored before the last of them.
@Route(value = "projects/:project/import/:file", autoLayout = false)
@PermitAll
class ImportView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int POLL_MILLISECONDS = 400;

    private final transient Projects projects;
    private final transient Imports imports;
    private final transient Documents documents;
    private final transient ImportJobs importJobs;
    private final transient Jobs jobs;
    private final transient SentenceRules rules;
    private final transient UserId actor;
    private final TopBar bar;
    private final OrderedList steps = new OrderedList();
    private final Main room = new Main();
    private final Span facts = Parts.span("saved", "");

    private transient @Nullable Project project;
    private transient @Nullable ImportUnderWay file;

    /// What the last step shows; absent before it.
    private transient @Nullable VersionComparison comparison;

    private Step step = Step.FILE;
    private boolean showsReading;

    ImportView(
            Projects projects,
            Imports imports,
            Documents documents,
            ImportJobs importJobs,
            Jobs jobs,
            SentenceRules rules,
            SignedInUser signedIn,
            TopBar bar) {
        this.projects = projects;
        this.imports = imports;
        this.documents = documents;
        this.importJobs = importJobs;
        this.jobs = jobs;
        this.rules = rules;
        this.bar = bar;
        actor = signedIn.require().id();
        addClassName("app");
    }

    /// The address of a file under way, relative to the application's.
    static String path(ImportUnderWay file) {
        return "projects/" + file.project().value() + "/import/" + file.id();
    }

    /// The last one is for newer versions only.
    private enum Step {
        FILE,
        REPAIR,
        SEGMENTS,
        CHANGES
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        var parameters = entering.getRouteParameters();
        var id =
                parameters
                        .get("project")
                        .flatMap(ProjectId::find)
                        .orElseThrow(() -> new NotFoundException("project"));
        var opened = projects.get(id, actor);
        project = opened;
        var found =
                parameters
                        .get("file")
                        .flatMap(ImportView::uuid)
                        .flatMap(ImportsUnderWay.ofSession()::find)
                        .filter(any -> any.project().equals(id));
        removeAll();
        if (found.isEmpty()) {
            file = null;
            add(bar, Parts.with(gone(opened), "page"));
            return;
        }
        file = found.get();
        file.follow(opened.style(), rules.segmenter(id, actor));
        build(opened, found.get());
        show(stepOf(found.get()));
    }

    /// Whoever went to the project's rules comes back to where they were.
    private static Step stepOf(ImportUnderWay under) {
        return !(under.state() instanceof State.Read)
                ? Step.FILE
                : under.isAtSegments() ? Step.SEGMENTS : Step.REPAIR;
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation("import.title"));
    }

    /// The server was started anew, or somebody else's address was opened.
    private Main gone(Project opened) {
        return new Main(
                Parts.div(
                        "nothing",
                        Parts.with(new Paragraph(getTranslation("import.gone")), "nothing-head"),
                        new Paragraph(getTranslation("import.gone.how")),
                        Parts.link(
                                "projects/" + opened.id().value(),
                                "btn",
                                Parts.span("", getTranslation("import.to-project")))));
    }

    private void build(Project opened, ImportUnderWay under) {
        var crumbs = new Nav();
        crumbs.addClassName("crumbs");
        crumbs.getElement().setAttribute("aria-label", getTranslation("editor.where"));
        crumbs.add(
                Parts.link(
                        "projects/" + opened.id().value(),
                        "narrow-hide",
                        Parts.isolated(opened.name())),
                Parts.span("narrow-hide", new Glyph("next").turning()),
                Parts.span(
                        "here",
                        under.target()
                                .map(target -> getTranslation("import.newer.of", target.title()))
                                .orElseGet(() -> getTranslation("import.title"))));
        steps.addClassName("steps");
        steps.getElement().setAttribute("aria-label", getTranslation("import.steps"));
        facts.addClassName("narrow-hide");
        facts.removeAll();
        facts.add(new Glyph("file"), Parts.isolated(under.name()));
        bar.with(TopBar.brand(false), crumbs, Parts.grow(), steps, Parts.grow(), facts);
        bar.keys().on(Shortcut.CONFIRM, this::goOn);
        add(bar, room);
    }

    private void show(Step next) {
        step = next;
        showsReading = next == Step.FILE && file().isReading();
        file().lookAtSegments(step == Step.SEGMENTS);
        steps.removeAll();
        for (var each : Step.values()) {
            if (each != Step.CHANGES || file().target().isPresent()) {
                steps.add(item(each));
            }
        }
        room.removeAll();
        room.getElement().setAttribute("class", "import-room");
        room.add(content(file()));
    }

    private Component content(ImportUnderWay under) {
        return switch (step) {
            case FILE ->
                    new FileStep(
                            under, imports, actor, this::readAgain, this::toRepair, this::drop);
            case REPAIR -> new RepairStep(under, () -> show(Step.FILE), () -> show(Step.SEGMENTS));
            case SEGMENTS -> new SegmentsStep(under, () -> show(Step.REPAIR), this::goOn);
            case CHANGES -> changes(under);
        };
    }

    private ListItem item(Step each) {
        var mark = new HtmlComponent("b");
        if (each.ordinal() < step.ordinal()) {
            mark.getElement().appendChild(new Glyph("translated").getElement());
        } else {
            mark.getElement().setText(Shown.number(each.ordinal() + 1, getLocale()));
        }
        var item =
                new ListItem(
                        mark,
                        Parts.span(
                                "",
                                getTranslation(
                                        "import.step." + each.name().toLowerCase(Locale.ROOT))));
        if (each == step) {
            item.getElement().setAttribute("aria-current", "step");
        } else if (each.ordinal() < step.ordinal()) {
            item.addClassName("done");
        }
        return item;
    }

    private void goOn() {
        switch (step) {
            case FILE -> toRepair();
            case REPAIR -> show(Step.SEGMENTS);
            case SEGMENTS -> {
                if (file().target().isPresent()) {
                    show(Step.CHANGES);
                } else {
                    store();
                }
            }
            case CHANGES -> replace();
        }
    }

    private ChangesStep changes(ImportUnderWay under) {
        var target = under.target().orElseThrow().document();
        var compared = imports.compare(target, under.repaired(), under.marks(), actor);
        comparison = compared;
        return new ChangesStep(
                compared,
                project().languages(),
                notes(target, under),
                () -> show(Step.SEGMENTS),
                this::replace);
    }

    /// A file of another format replaces the old one, and with it the form of what is exported.
    private List<String> notes(DocumentId target, ImportUnderWay under) {
        var before = documents.original(target, actor).filter();
        var now = under.file().format().filter();
        return before.equals(now)
                ? List.of()
                : List.of(
                        getTranslation(
                                "import.newer.format",
                                getTranslation("import.format." + before),
                                getTranslation("import.format." + now)));
    }

    private void toRepair() {
        if (file().state() instanceof State.Read) {
            show(Step.REPAIR);
        }
    }

    private void readAgain(FileFormat format, String parameters) {
        file().read(imports, format, parameters, actor);
        show(Step.FILE);
        pollWhileReading();
    }

    private void drop() {
        ImportsUnderWay.ofSession().remove(file());
        UI.getCurrent().navigate("projects/" + project().id().value());
    }

    private void store() {
        var under = file();
        if (segments(under) > ImportJobs.LARGE) {
            storeByJob(under);
            return;
        }
        var result = imports.store(project().id(), under.repaired(), under.marks(), actor);
        switch (result) {
            case ImportResult.Imported(DocumentId document, _, _) -> {
                ImportsUnderWay.ofSession().remove(under);
                EditorNavigation.openDocument(document);
            }
            case ImportResult.Failed(var problem) ->
                    room.addComponentAsFirst(
                            Answers.error(Answers.problem(this, under.name(), problem)));
            case ImportResult.QuotaReached(long held, long most) ->
                    room.addComponentAsFirst(
                            Answers.error(Answers.quota(this, under.name(), held, most)));
        }
    }

    private void replace() {
        var under = file();
        var target = under.target().orElseThrow().document();
        var compared = comparison;
        if (compared == null) {
            show(Step.CHANGES);
            return;
        }
        if (segments(under) > ImportJobs.LARGE) {
            watch(
                    importJobs.beginReplacing(
                            target, under.repaired(), under.marks(), compared.changeNo(), actor),
                    under);
            return;
        }
        switch (imports.replace(
                target, under.repaired(), under.marks(), compared.changeNo(), actor)) {
            case ReplaceResult.QuotaReached(long held, long most) ->
                    room.addComponentAsFirst(
                            Answers.error(Answers.quota(this, under.name(), held, most)));
            case ReplaceResult.Answered(var result) -> {
                switch (result) {
                    case ReimportResult.Reimported _, ReimportResult.Unchanged _ -> {
                        ImportsUnderWay.ofSession().remove(under);
                        EditorNavigation.openDocument(target);
                    }
                    case ReimportResult.Stale _ -> {
                        show(Step.CHANGES);
                        room.addComponentAsFirst(
                                Answers.error(getTranslation("import.newer.stale")));
                    }
                    case ReimportResult.Refused(var why) ->
                            room.addComponentAsFirst(
                                    Answers.error(getTranslation("refusal." + why.key())));
                }
            }
        }
    }

    private static int segments(ImportUnderWay under) {
        return under.repaired().paragraphs(under.marks()).stream()
                .mapToInt(paragraph -> paragraph.segments().size())
                .sum();
    }

    private void storeByJob(ImportUnderWay under) {
        watch(importJobs.begin(project().id(), under.repaired(), under.marks(), actor), under);
    }

    private void watch(ImportJobs.Asked asked, ImportUnderWay under) {
        switch (asked) {
            case ImportJobs.Asked.QuotaReached(long held, long most) ->
                    room.addComponentAsFirst(
                            Answers.error(Answers.quota(this, under.name(), held, most)));
            case ImportJobs.Asked.Begun(JobId job) -> {
                ImportsUnderWay.ofSession().remove(under);
                room.removeAll();
                room.add(Parts.div("file-step", bar(job, under.name())));
            }
        }
    }

    private JobProgressBar bar(JobId id, String name) {
        return new JobProgressBar(jobs, id, actor, getTranslation("import.storing", name))
                .whenEnded(job -> {
                    if (ImportJobs.STALE.equals(job.report())) {
                        room.addComponentAsFirst(
                                Answers.error(getTranslation("import.newer.stale")));
                    }
                    Answers.ended(job, ImportView::openDocument);
                });
    }

    static void openDocument(DocumentId document) {
        EditorNavigation.openDocument(document);
    }

    // Reading goes on without the page; while somebody looks, the page asks how far it is.

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        pollWhileReading();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        detached.getUI().setPollInterval(-1);
        super.onDetach(detached);
    }

    private void pollWhileReading() {
        var ui = getUI().orElse(null);
        if (ui == null || !showsReading || hasEnded()) {
            return;
        }
        ui.setPollInterval(POLL_MILLISECONDS);
        ui.addPollListener(poll -> {
            if (!showsReading || hasEnded()) {
                poll.unregisterListener();
                ui.setPollInterval(-1);
            } else {
                room.getChildren()
                        .filter(FileStep.class::isInstance)
                        .map(FileStep.class::cast)
                        .forEach(FileStep::showProgress);
            }
        });
    }

    /// Whether the reading that the page shows has come to its end, which it then shows.
    private boolean hasEnded() {
        var under = file();
        if (under.isReading()) {
            return false;
        }
        show(under.state() instanceof State.Read ? Step.REPAIR : Step.FILE);
        return true;
    }

    private ImportUnderWay file() {
        if (file == null) {
            throw new IllegalStateException("no file is under way");
        }
        return file;
    }

    private Project project() {
        if (project == null) {
            throw new IllegalStateException("no project is open");
        }
        return project;
    }
}

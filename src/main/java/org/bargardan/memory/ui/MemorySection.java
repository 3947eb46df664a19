package org.bargardan.memory.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bargardan.account.UserId;
import org.bargardan.base.ui.FileDownload;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;
import org.bargardan.document.Document;
import org.bargardan.memory.MemoryExport;
import org.bargardan.memory.MemoryImport;
import org.bargardan.memory.MemoryKind;
import org.bargardan.memory.Names;
import org.bargardan.memory.ProjectMemories;
import org.bargardan.memory.ProjectMemories.Imported;
import org.bargardan.project.Project;
import org.bargardan.project.Projects;
import org.jspecify.annotations.Nullable;

/// What a project's memories hold, and the way in and out as TMX.
public final class MemorySection extends Section {

    private final transient ProjectMemories memories;
    private final transient MemoryExport export;
    private final transient Project project;
    private final transient UserId actor;
    private final RadioButtonGroup<MemoryKind> kind = new RadioButtonGroup<>();
    private final RadioButtonGroup<Names> names = new RadioButtonGroup<>();
    private final Select<Scope> scope = new Select<>();
    private final Div way = new Div();
    private final Div imported = new Div();
    private final boolean manager;

    /// @param manager whether the actor may bring memories in and take them out again
    public MemorySection(
            ProjectMemories memories,
            MemoryExport export,
            MemoryImport memoryImport,
            Project project,
            List<Document> documents,
            UserId actor,
            boolean manager) {
        this.memories = memories;
        this.export = export;
        this.manager = manager;
        this.project = project;
        this.actor = actor;
        int working = memories.size(project.id(), MemoryKind.WORKING, actor);
        int approved = memories.size(project.id(), MemoryKind.APPROVED, actor);
        add(
                Parts.heading(getTranslation("memory.title")),
                new Paragraph(
                        getTranslation(
                                "memory.sizes",
                                Shown.number(working, getLocale()),
                                Shown.number(approved, getLocale()))));
        if (working == 0) {
            add(Parts.with(new Paragraph(getTranslation("memory.empty")), "quiet"));
        }
        scope.setLabel(getTranslation("memory.scope"));
        var whole = new Scope(null, getTranslation("memory.scope.project"));
        scope.setItems(
                Stream.concat(
                                Stream.of(whole),
                                documents.stream().map(each -> new Scope(each, each.title())))
                        .toList());
        scope.setItemLabelGenerator(Scope::name);
        scope.setValue(whole);
        kind.setLabel(getTranslation("memory.kind"));
        kind.setItems(MemoryKind.WORKING, MemoryKind.APPROVED);
        kind.setItemLabelGenerator(each -> getTranslation("memory.kind." + each.key()));
        kind.setValue(MemoryKind.WORKING);
        names.setLabel(getTranslation("memory.names"));
        names.setItems(Names.values());
        names.setItemLabelGenerator(each ->
                getTranslation(
                        "memory.names." + each.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        names.setValue(Names.WITHOUT);
        scope.addValueChangeListener(change -> showWay());
        kind.addValueChangeListener(change -> showWay());
        names.addValueChangeListener(change -> showWay());
        way.addClassName("acts");
        add(Parts.div("export-form", scope, kind, names, way), imported);
        showWay();
        showImported();
        if (manager) {
            add(new MemoryDrop(memoryImport, project.id(), actor, this::showImported));
        }
    }

    private void showImported() {
        imported.removeAll();
        var rows = new UnorderedList();
        rows.addClassName("memories");
        memories.imported(project.id(), actor).forEach(memory -> rows.add(row(memory)));
        if (manager) {
            memories.deletedOf(project.id(), actor).forEach(memory -> rows.add(deleted(memory)));
        }
        if (rows.getComponentCount() > 0) {
            imported.add(
                    Parts.with(new Paragraph(getTranslation("memory.imported")), "eyebrow"), rows);
        }
    }

    /// The way back.
    private ListItem deleted(Imported memory) {
        return new ListItem(
                Parts.span("what", Parts.isolated(memory.name())),
                Parts.span("side-note", getTranslation("memory.deleted")),
                Parts.div(
                        "row-acts",
                        Parts.quiet(
                                getTranslation("deleted.back"),
                                () -> {
                                    memories.undelete(memory.id(), actor);
                                    showImported();
                                })));
    }

    private void askWhetherToDelete(Imported memory) {
        Parts.ask(
                getTranslation("deleted.sure", memory.name()),
                getTranslation(
                        "deleted.memory.help", Shown.number(Projects.KEPT.toDays(), getLocale())),
                getTranslation("deleted.delete"),
                () -> {
                    memories.delete(memory.id(), actor);
                    showImported();
                });
    }

    private ListItem row(Imported memory) {
        int units = memory.units();
        var row =
                new ListItem(
                        Parts.span("what", Parts.isolated(memory.name())),
                        Parts.span(
                                "side-note",
                                getTranslation(
                                        Shown.counted("memory.imported.units", units),
                                        Shown.number(units, getLocale()))));
        if (manager) {
            var download =
                    new FileDownload(
                            getTranslation("memory.export"),
                            importedFileName(memory),
                            "application/xml",
                            out ->
                                    export.imported(memory.id(), out, actor).isEmpty()
                                            ? null
                                            : "memory.export.left-out");
            download.addClassName("bare");
            row.add(
                    Parts.div(
                            "row-acts",
                            download,
                            Parts.quiet(
                                    getTranslation("deleted.delete"),
                                    () -> askWhetherToDelete(memory))));
        }
        return row;
    }

    private static String importedFileName(Imported memory) {
        return FileDownload.namePart(memory.name().replaceFirst("(?i)(?<=.)\\.tmx(\\.gz)?$", ""))
                + ".tmx";
    }

    private void showWay() {
        way.removeAll();
        way.add(
                new FileDownload(
                        getTranslation("memory.export"),
                        fileName(),
                        "application/xml",
                        this::write));
    }

    private @Nullable String write(OutputStream out) throws IOException {
        var document = scope.getValue().document();
        var leftOut =
                document == null
                        ? export.project(
                                project.id(), kind.getValue(), names.getValue(), out, actor)
                        : export.document(
                                document.id(), kind.getValue(), names.getValue(), out, actor);
        return leftOut.isEmpty() ? null : "memory.export.left-out";
    }

    private String fileName() {
        return FileDownload.namePart(
                        scope.getValue().document() == null
                                ? project.name()
                                : scope.getValue().name())
                + "."
                + project.languages().source()
                + "-"
                + project.languages().target()
                + "."
                + kind.getValue().key()
                + ".tmx";
    }

    /// What is exported: the whole project, or one document.
    private record Scope(@Nullable Document document, String name) {}
}

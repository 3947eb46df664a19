package org.bargardan.archive.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.io.IOException;
import java.io.OutputStream;
import org.bargardan.account.UserId;
import org.bargardan.archive.Archives;
import org.bargardan.base.FileNames;
import org.bargardan.base.ui.FileDownload;
import org.bargardan.base.ui.Parts;
import org.bargardan.memory.Names;
import org.bargardan.project.Project;
import org.jspecify.annotations.Nullable;

/// Everything of a project in one file, for its managers.
public final class ArchiveSection extends Section {

    private final transient Archives archives;
    private final transient Project project;
    private final transient UserId actor;
    private final RadioButtonGroup<Names> names = new RadioButtonGroup<>();
    private final Div way = new Div();

    public ArchiveSection(Archives archives, Project project, UserId actor) {
        this.archives = archives;
        this.project = project;
        this.actor = actor;
        names.setLabel(getTranslation("memory.names"));
        names.setItems(Names.values());
        names.setItemLabelGenerator(each -> getTranslation("memory.names." + each.key()));
        names.setValue(Names.WITHOUT);
        names.addValueChangeListener(change -> showWay());
        way.addClassName("acts");
        add(
                Parts.heading(getTranslation("archive.title")),
                new Paragraph(getTranslation("archive.intro")),
                Parts.div("export-form", names, way));
        showWay();
    }

    private void showWay() {
        way.removeAll();
        way.add(
                new FileDownload(
                        getTranslation("archive.export"),
                        FileNames.part(project.name()) + ".zip",
                        "application/zip",
                        this::write));
    }

    private @Nullable String write(OutputStream out) throws IOException {
        int leftOut = archives.write(project.id(), names.getValue(), out, actor);
        return leftOut == 0 ? null : "memory.export.left-out";
    }
}

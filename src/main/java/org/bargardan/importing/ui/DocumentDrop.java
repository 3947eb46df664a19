package org.bargardan.importing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import org.bargardan.account.UserId;
import org.bargardan.base.Jobs;
import org.bargardan.base.ui.Glyph;
import org.bargardan.base.ui.JobProgressBar;
import org.bargardan.base.ui.Parts;
import org.bargardan.importing.ImportJobs;
import org.bargardan.importing.Imports;
import org.bargardan.project.Project;

/// Takes a file or a pasted text and opens the page on which it becomes a document.
public final class DocumentDrop extends Div {

    private final transient ImportJobs importJobs;
    private final transient Jobs jobs;
    private final transient Project project;
    private final transient UserId actor;

    private final transient Arrival arrival;
    private final Div answer = new Div();

    public DocumentDrop(
            Imports imports, ImportJobs importJobs, Jobs jobs, Project project, UserId actor) {
        this.importJobs = importJobs;
        this.jobs = jobs;
        this.project = project;
        this.actor = actor;
        addClassName("document-drop");
        arrival =
                new Arrival(
                        this,
                        imports,
                        project.id(),
                        null,
                        actor,
                        () -> {},
                        why -> say(Answers.error(why)));
        var upload =
                arrival.upload(
                        new Button(getTranslation("import.choose"), new Glyph("upload")),
                        getTranslation("import.drop"));
        takeWhatIsDroppedOnThePage(upload);
        answer.getElement().setAttribute("role", "status");
        answer.addClassName("import-answer");
        add(upload, Parts.quiet(getTranslation("import.paste"), this::askForText), answer);
        showUnderWay();
    }

    /// A file that misses the field would otherwise make the browser leave the page.
    private static void takeWhatIsDroppedOnThePage(Upload upload) {
        upload.addAttachListener(attached ->
                upload.getElement()
                        .executeJs(
                                """
                                const upload = this;
                                const over = (event) => event.preventDefault();
                                const drop = (event) => {
                                  if (!upload.isConnected) {
                                    document.removeEventListener('dragover', over);
                                    document.removeEventListener('drop', drop);
                                  } else if (!event.defaultPrevented) {
                                    event.preventDefault();
                                    for (const file of event.dataTransfer.files) upload._addFile(file);
                                  }
                                };
                                document.addEventListener('dragover', over);
                                document.addEventListener('drop', drop);
                                """));
    }

    /// What people copy from a page or a messenger.
    private void askForText() {
        var dialog = new Dialog(getTranslation("import.paste"));
        var name = new TextField(getTranslation("import.paste.name"));
        name.setValue(getTranslation("import.paste.default"));
        name.setMaxLength(Arrival.MOST_NAME - 4);
        name.setWidthFull();
        var text = new TextArea(getTranslation("import.paste.text"));
        text.setWidthFull();
        text.setMinRows(12);
        text.setMaxRows(18);
        text.addClassName("paste");
        text.getElement().setAttribute("lang", project.languages().source());
        dialog.add(name, text);
        dialog.setWidth("min(44rem, 92vw)");
        dialog.getFooter()
                .add(
                        Parts.quiet(getTranslation("cancel"), dialog::close),
                        Parts.primary(
                                getTranslation("import.paste.take"),
                                () -> {
                                    if (!text.getValue().isBlank()) {
                                        dialog.close();
                                        arrival.take(
                                                named(name.getValue()),
                                                text.getValue().getBytes(StandardCharsets.UTF_8));
                                    }
                                }));
        dialog.open();
        text.focus();
    }

    private String named(String name) {
        return (name.isBlank() ? getTranslation("import.paste.default") : name.strip()) + ".txt";
    }

    /// Files that were dropped before and are still being read, looked at or stored.
    private void showUnderWay() {
        for (var job : importJobs.underWay(project.id(), actor)) {
            add(
                    new JobProgressBar(jobs, job.id(), actor, getTranslation("import.storing.any"))
                            .whenEnded(ended -> Answers.ended(ended, document -> refresh())));
        }
        for (var file : ImportsUnderWay.ofSession().of(project.id())) {
            add(
                    Parts.div(
                            "answer under-way",
                            new Glyph("file"),
                            Parts.link(
                                    ImportView.path(file),
                                    "",
                                    Parts.span(
                                            "",
                                            getTranslation(
                                                    file.isReading()
                                                            ? "import.under-way.reading"
                                                            : "import.under-way",
                                                    file.name()))),
                            Parts.quiet(
                                    getTranslation("import.drop-it"),
                                    () -> {
                                        ImportsUnderWay.ofSession().remove(file);
                                        refresh();
                                    })));
        }
    }

    private void refresh() {
        getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
    }

    private void say(Div line) {
        answer.removeAll();
        answer.add(line);
    }
}

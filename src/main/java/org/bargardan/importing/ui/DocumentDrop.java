package org.bargardan.importing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bargardan.account.UserId;
import org.bargardan.base.FileNames;
import org.bargardan.base.Jobs;
import org.bargardan.base.ui.Glyph;
import org.bargardan.base.ui.JobProgressBar;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;
import org.bargardan.format.Detection;
import org.bargardan.format.FileFormats;
import org.bargardan.importing.ImportJobs;
import org.bargardan.importing.Imports;
import org.bargardan.project.Project;

/// Takes a file or a pasted text and opens the page on which it becomes a document.
public final class DocumentDrop extends Div {

    private final transient Imports imports;
    private final transient ImportJobs importJobs;
    private final transient Jobs jobs;
    private final transient Project project;
    private final transient UserId actor;

    /// In UTF-16 units.
    private static final int MOST_NAME = 200;

    /// What a request holds beside the file.
    private static final long OVERHEAD = 64 * 1024;

    private final Div answer = new Div();

    public DocumentDrop(
            Imports imports, ImportJobs importJobs, Jobs jobs, Project project, UserId actor) {
        this.imports = imports;
        this.importJobs = importJobs;
        this.jobs = jobs;
        this.project = project;
        this.actor = actor;
        addClassName("document-drop");
        var upload = new Upload(new Receiver());
        var choose = new Button(getTranslation("import.choose"), new Glyph("upload"));
        upload.setUploadButton(choose);
        upload.setDropLabelIcon(new Span());
        upload.setDropLabel(new Span(getTranslation("import.drop")));
        upload.setMaxFileSize(Imports.MAX_BYTES);
        upload.setI18n(texts());
        upload.addFileRejectedListener(rejected ->
                say(
                        Answers.error(
                                getTranslation(
                                        "import.rejected",
                                        Shown.number(
                                                Imports.MAX_BYTES / 1024 / 1024, getLocale())))));
        upload.addAllFinishedListener(finished -> upload.clearFileList());
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

    /// Reads no more than may be imported, whatever the browser was told and says.
    private final class Receiver implements UploadHandler {

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            var file = event.getInputStream().readNBytes(Imports.MAX_BYTES + 1);
            var name = event.getFileName();
            event.getUI().accessLater(() -> received(name, file), () -> {}).run();
        }

        @Override
        public long getRequestSizeMax() {
            return Imports.MAX_BYTES + OVERHEAD;
        }

        @Override
        public long getFileSizeMax() {
            return Imports.MAX_BYTES + OVERHEAD;
        }
    }

    private void received(String name, byte[] file) {
        var detection = imports.detect(name, file);
        if (detection instanceof Detection.NotText notText) {
            say(Answers.error(Answers.problem(this, name, notText.problem())));
            return;
        }
        var underWay =
                new ImportUnderWay(
                        project.id(),
                        FileNames.lastPart(name, "text.txt", MOST_NAME),
                        file,
                        detection);
        if (!ImportsUnderWay.ofSession().add(underWay)) {
            say(Answers.error(getTranslation("import.too-many-under-way")));
            return;
        }
        switch (detection) {
            case Detection.Known(var format) -> underWay.read(imports, format, "", actor);
            case Detection.Utf8 _ -> underWay.read(imports, FileFormats.PLAIN_TEXT, "", actor);
            case Detection.Unsure _, Detection.NotText _ -> {
                // The page asks, or there is none.
            }
        }
        getUI().ifPresent(ui -> ui.navigate(ImportView.path(underWay)));
    }

    /// What people copy from a page or a messenger.
    private void askForText() {
        var dialog = new Dialog(getTranslation("import.paste"));
        var name = new TextField(getTranslation("import.paste.name"));
        name.setValue(getTranslation("import.paste.default"));
        name.setMaxLength(MOST_NAME - 4);
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
                                        received(
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

    private UploadI18N texts() {
        var texts = new UploadI18N();
        texts.setError(
                new UploadI18N.Error()
                        .setFileIsTooBig(getTranslation("import.too-big"))
                        .setTooManyFiles(getTranslation("import.too-many")));
        return texts;
    }
}

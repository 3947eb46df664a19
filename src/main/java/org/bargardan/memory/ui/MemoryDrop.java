package org.bargardan.memory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.bargardan.account.UserId;
import org.bargardan.base.ui.Glyph;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;
import org.bargardan.format.FormatProblem;
import org.bargardan.memory.MemoryImport;
import org.bargardan.memory.MemoryImportReport;
import org.bargardan.memory.MemoryImportResult;
import org.bargardan.project.ProjectId;

/// Takes a TMX file and says in words what became of it: counts, and each problem with its file,
/// line and reason.
final class MemoryDrop extends Div {

    /// What a request holds beside the file.
    private static final long OVERHEAD = 64 * 1024;

    private final transient MemoryImport memoryImport;
    private final transient ProjectId project;
    private final transient UserId actor;
    private final transient Runnable whenImported;
    private final Div answer = new Div();

    MemoryDrop(MemoryImport memoryImport, ProjectId project, UserId actor, Runnable whenImported) {
        this.memoryImport = memoryImport;
        this.project = project;
        this.actor = actor;
        this.whenImported = whenImported;
        addClassName("document-drop");
        var upload = new Upload(new Receiver());
        upload.setUploadButton(
                new Button(getTranslation("memory.import.choose"), new Glyph("upload")));
        upload.setDropLabelIcon(new Span());
        upload.setDropLabel(new Span(getTranslation("memory.import.drop")));
        upload.setMaxFileSize(MemoryImport.MAX_BYTES);
        upload.setI18n(
                new UploadI18N()
                        .setError(
                                new UploadI18N.Error()
                                        .setFileIsTooBig(getTranslation("import.too-big"))
                                        .setTooManyFiles(getTranslation("import.too-many"))));
        upload.addFileRejectedListener(rejected -> sayTooLarge());
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        answer.getElement().setAttribute("role", "status");
        answer.addClassName("import-answer");
        add(upload, answer);
    }

    /// A file is taken whole before it is read: one that the network cut off is no damaged file.
    private final class Receiver implements UploadHandler {

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            var file = event.getInputStream().readNBytes(MemoryImport.MAX_BYTES + 1);
            var ui = event.getUI();
            if (file.length > MemoryImport.MAX_BYTES) {
                ui.accessLater(MemoryDrop.this::sayTooLarge, () -> {}).run();
                return;
            }
            // Outside the page's lock: a large memory takes seconds.
            var result =
                    memoryImport.importTmx(
                            project, event.getFileName(), new ByteArrayInputStream(file), actor);
            ui.accessLater(() -> show(result), () -> {}).run();
        }

        @Override
        public long getRequestSizeMax() {
            return MemoryImport.MAX_BYTES + OVERHEAD;
        }

        @Override
        public long getFileSizeMax() {
            return MemoryImport.MAX_BYTES + OVERHEAD;
        }
    }

    private void sayTooLarge() {
        answer.removeAll();
        say("error", getTranslation("import.rejected", shown(MemoryImport.MAX_BYTES >> 20)));
    }

    private void show(MemoryImportResult result) {
        answer.removeAll();
        var report = result.report();
        switch (result) {
            case MemoryImportResult.Imported imported -> {
                say(
                        "ok",
                        getTranslation(
                                "memory.import.done",
                                report.fileName(),
                                shown(report.kept()),
                                shown(report.read())));
                whenImported.run();
            }
            case MemoryImportResult.NothingKept nothing ->
                    say("error", getTranslation("memory.import.nothing", report.fileName()));
        }
        count("memory.import.doubled", report.doubled());
        count("memory.import.other-languages", report.otherLanguages());
        count("memory.import.left-out", report.leftOut());
        showProblems(report);
    }

    private void count(String key, int units) {
        if (units > 0) {
            answer.add(new Paragraph(getTranslation(Shown.counted(key, units), shown(units))));
        }
    }

    private void showProblems(MemoryImportReport report) {
        if (report.problems().isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("problems");
        report.problems()
                .forEach(problem -> list.add(new ListItem(sentence(report.fileName(), problem))));
        if (report.moreProblems() > 0) {
            list.add(
                    new ListItem(
                            getTranslation("memory.import.more", shown(report.moreProblems()))));
        }
        answer.add(list);
    }

    private String sentence(String fileName, FormatProblem problem) {
        var reason =
                getTranslation(
                        problem.kind().key(),
                        problem.arguments().stream().map(this::argument).toArray());
        return problem.line() == 0
                ? getTranslation("memory.import.problem.file", fileName, reason)
                : getTranslation("memory.import.problem", fileName, shown(problem.line()), reason);
    }

    private String argument(String argument) {
        return argument.matches("[0-9]{1,18}") ? shown(Long.parseLong(argument)) : argument;
    }

    private String shown(long number) {
        return Shown.number(number, getLocale());
    }

    private void say(String kind, String text) {
        answer.add(
                Parts.div(
                        "answer " + kind,
                        new Glyph(kind.equals("ok") ? "approved" : "issue"),
                        Parts.span("", text)));
    }
}

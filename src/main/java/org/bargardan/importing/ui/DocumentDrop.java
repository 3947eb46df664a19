package org.bargardan.importing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.bargardan.account.UserId;
import org.bargardan.base.ui.Glyph;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;
import org.bargardan.base.ui.TextView;
import org.bargardan.document.DocumentId;
import org.bargardan.format.Detection;
import org.bargardan.format.FormatProblem;
import org.bargardan.importing.ImportResult;
import org.bargardan.importing.Imports;
import org.bargardan.project.Project;

/// Takes a file, asks in which encoding it is where that is not certain, and says what became of
/// it. Nothing is stored before a person has seen it read right.
public final class DocumentDrop extends Div {

    private final transient Imports imports;
    private final transient Project project;
    private final transient UserId actor;
    private final transient Consumer<DocumentId> whenImported;

    /// What a request holds beside the file.
    private static final long OVERHEAD = 64 * 1024;

    private final Div answer = new Div();

    /// @param whenImported told of every document that came of a file
    public DocumentDrop(
            Imports imports, Project project, UserId actor, Consumer<DocumentId> whenImported) {
        this.imports = imports;
        this.project = project;
        this.actor = actor;
        this.whenImported = whenImported;
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
                        "error",
                        getTranslation(
                                "import.rejected",
                                Shown.number(Imports.MAX_BYTES / 1024 / 1024, getLocale()))));
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        takeWhatIsDroppedOnThePage(upload);
        answer.getElement().setAttribute("role", "status");
        answer.addClassName("import-answer");
        add(upload, answer);
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
        switch (imports.detect(file)) {
            case Detection.Utf8 utf8 -> read(name, file, StandardCharsets.UTF_8);
            case Detection.Unsure(var readings) -> ask(name, file, readings);
            case Detection.NotText notText -> say("error", message(name, notText.problem()));
        }
    }

    /// The three likeliest readings, each with a piece of the text: the person knows which is
    /// right.
    private void ask(String name, byte[] file, List<Detection.Reading> readings) {
        answer.removeAll();
        answer.add(new Paragraph(getTranslation("import.encoding.ask", name)));
        for (var reading : readings) {
            var take =
                    Parts.button(
                            getTranslation("import.encoding.take", reading.charset().displayName()),
                            () -> read(name, file, reading.charset()));
            answer.add(
                    Parts.div(
                            "reading",
                            new TextView(reading.preview(), project.languages().source()).small(),
                            take));
        }
        answer.add(Parts.quiet(getTranslation("import.encoding.none"), answer::removeAll));
    }

    private void read(String name, byte[] file, Charset charset) {
        switch (imports.importText(project.id(), name, file, charset, actor)) {
            case ImportResult.Imported(var document, int paragraphs, int segments) -> {
                say(
                        "ok",
                        getTranslation(
                                "import.done",
                                name,
                                Shown.number(paragraphs, getLocale()),
                                Shown.number(segments, getLocale())));
                whenImported.accept(document);
            }
            case ImportResult.Failed(var problem) -> say("error", message(name, problem));
            case ImportResult.QuotaReached(long held, long most) ->
                    say(
                            "error",
                            getTranslation("import.failed", name)
                                    + " "
                                    + getTranslation(
                                            "import.quota",
                                            Shown.bytes(held, getLocale()),
                                            Shown.bytes(most, getLocale())));
        }
    }

    private String message(String name, FormatProblem problem) {
        var arguments = problem.arguments().stream().map(this::shown).toArray();
        var reason = getTranslation(problem.kind().key(), arguments);
        return getTranslation("import.failed", name)
                + " "
                + (problem.line() == 0
                        ? reason
                        : getTranslation(
                                "import.line", Shown.number(problem.line(), getLocale()), reason));
    }

    private String shown(String argument) {
        return argument.matches("\\d{1,18}")
                ? Shown.number(Long.parseLong(argument), getLocale())
                : argument;
    }

    private void say(String kind, String text) {
        answer.removeAll();
        var line =
                Parts.div(
                        "answer " + kind,
                        new Glyph(kind.equals("ok") ? "approved" : "issue"),
                        Parts.span("", text));
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

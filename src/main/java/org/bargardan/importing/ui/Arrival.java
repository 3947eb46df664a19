package org.bargardan.importing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.bargardan.account.UserId;
import org.bargardan.base.FileNames;
import org.bargardan.base.ui.Shown;
import org.bargardan.format.Detection;
import org.bargardan.format.FileFormats;
import org.bargardan.importing.Imports;
import org.bargardan.project.ProjectId;
import org.jspecify.annotations.Nullable;

/// Takes a file that somebody brings in to the page on which it is looked at.
///
/// @param target the document whose newer version it is; null where it becomes one
/// @param taken runs before the page is left
/// @param failed is told why it was not taken
record Arrival(
        Component page,
        Imports imports,
        ProjectId project,
        @Nullable Target target,
        UserId actor,
        Runnable taken,
        Consumer<String> failed) {

    /// In UTF-16 units.
    static final int MOST_NAME = 200;

    /// What a request holds beside the file.
    private static final long OVERHEAD = 64 * 1024;

    void take(String name, byte[] file) {
        var detection = imports.detect(name, file);
        if (detection instanceof Detection.NotText notText) {
            failed.accept(Answers.problem(page, name, notText.problem()));
            return;
        }
        var underWay =
                new ImportUnderWay(
                        project,
                        target,
                        FileNames.lastPart(name, "text.txt", MOST_NAME),
                        file,
                        detection);
        if (!ImportsUnderWay.ofSession().add(underWay)) {
            failed.accept(page.getTranslation("import.too-many-under-way"));
            return;
        }
        switch (detection) {
            case Detection.Known(var format) -> underWay.read(imports, format, "", actor);
            case Detection.Utf8 _ -> underWay.read(imports, FileFormats.PLAIN_TEXT, "", actor);
            case Detection.Unsure _, Detection.NotText _ -> {
                // The page asks, or there is none.
            }
        }
        var ui = page.getUI();
        taken.run();
        ui.ifPresent(any -> any.navigate(ImportView.path(underWay)));
    }

    /// A field for one file.
    Upload upload(Component choose, String drop) {
        var upload = new Upload(new Receiver(this::take));
        upload.setUploadButton(choose);
        upload.setDropLabelIcon(new Span());
        upload.setDropLabel(new Span(drop));
        upload.setMaxFileSize(Imports.MAX_BYTES);
        upload.setI18n(texts());
        upload.addFileRejectedListener(rejected ->
                failed.accept(
                        page.getTranslation(
                                "import.rejected",
                                Shown.number(
                                        Imports.MAX_BYTES / 1024 / 1024,
                                        UI.getCurrent().getLocale()))));
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        return upload;
    }

    private UploadI18N texts() {
        var texts = new UploadI18N();
        texts.setError(
                new UploadI18N.Error()
                        .setFileIsTooBig(page.getTranslation("import.too-big"))
                        .setTooManyFiles(page.getTranslation("import.too-many")));
        return texts;
    }

    /// Reads no more than may be imported, whatever the browser was told and says.
    private record Receiver(BiConsumer<String, byte[]> taker) implements UploadHandler {

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            var file = event.getInputStream().readNBytes(Imports.MAX_BYTES + 1);
            var name = event.getFileName();
            event.getUI().accessLater(() -> taker.accept(name, file), () -> {}).run();
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
}

package org.bargardan.base.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import org.bargardan.base.FileNames;
import org.jspecify.annotations.Nullable;

/// A link that hands out a file, made when it is asked for.
public final class FileDownload extends Anchor {

    public FileDownload(String text, String fileName, String contentType, Content content) {
        super(new Handler(fileName, contentType, content), "");
        add(new Glyph("file"), Parts.span("", text));
        addClassNames("btn", "small");
        getElement().setAttribute("download", fileName);
    }

    /// A title as part of a file's name: no signs that a system forbids or that change direction.
    public static String namePart(String title) {
        return FileNames.part(title);
    }

    /// What the file holds.
    @FunctionalInterface
    public interface Content {

        /// @return key of a text to show once the file is on its way; null if there is nothing to
        ///   say
        @Nullable String writeTo(OutputStream out) throws IOException;
    }

    /// The file is made whole, outside memory, before the first byte leaves, so that a failure is
    /// no half file.
    private record Handler(String fileName, String contentType, Content content)
            implements DownloadHandler {

        @Override
        public void handleDownloadRequest(DownloadEvent event) throws IOException {
            var whole = Files.createTempFile("bargardan-", ".download");
            try {
                String remark;
                try (var out = new BufferedOutputStream(Files.newOutputStream(whole))) {
                    remark = content.writeTo(out);
                }
                event.setFileName(fileName);
                event.setContentType(contentType);
                event.setContentLength(Files.size(whole));
                Files.copy(whole, event.getOutputStream());
                if (remark != null) {
                    say(event, remark);
                }
            } finally {
                Files.delete(whole);
            }
        }

        private static void say(DownloadEvent event, String remark) {
            var ui = event.getUI();
            ui.accessLater(() -> Notification.show(ui.getTranslation(remark)), () -> {}).run();
        }
    }
}

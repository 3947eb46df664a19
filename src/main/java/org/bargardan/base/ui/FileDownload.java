package org.bargardan.base.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// A link that hands out a file, made when it is asked for.
public final class FileDownload extends Anchor {

    private static final int NAME_MOST = 80;

    public FileDownload(String text, String fileName, String contentType, Content content) {
        super(new Handler(fileName, contentType, content), "");
        add(new Glyph("file"), Parts.span("", text));
        addClassNames("btn", "small");
        getElement().setAttribute("download", fileName);
    }

    /// A title as part of a file's name: no signs that a system forbids or that change direction.
    public static String namePart(String title) {
        var name =
                title.strip()
                        .replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\\u200c]]", "")
                        .replaceAll("[/\\\\:*?\"<>|\\s]+", "-");
        return name.codePointCount(0, name.length()) <= NAME_MOST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME_MOST));
    }

    /// What the file holds.
    @FunctionalInterface
    public interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /// The file is made whole before the first byte leaves, so that a failure is no half file.
    private record Handler(String fileName, String contentType, Content content)
            implements DownloadHandler {

        @Override
        public void handleDownloadRequest(DownloadEvent event) throws IOException {
            var whole = new ByteArrayOutputStream();
            content.writeTo(whole);
            event.setFileName(fileName);
            event.setContentType(contentType);
            event.setContentLength(whole.size());
            whole.writeTo(event.getOutputStream());
        }
    }
}

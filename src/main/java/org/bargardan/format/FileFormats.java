package org.bargardan.format;

import java.util.List;
import java.util.Optional;
import org.bargardan.format.Detection.NotText;
import org.bargardan.format.Detection.Reason;

/// The formats that are read.
public final class FileFormats {

    public static final PlainText PLAIN_TEXT = new PlainText(TextLimits.DEFAULT);
    public static final PdfText PDF = new PdfText(PdfLimits.DEFAULT);

    private static final List<FileFormat> ALL = List.of(PLAIN_TEXT, PDF);

    /// The largest file of any format.
    public static final int MAX_BYTES =
            ALL.stream().mapToInt(FileFormat::maxBytes).max().orElseThrow();

    private FileFormats() {}

    /// By the name that documents are stored with.
    public static Optional<FileFormat> find(String filter) {
        return ALL.stream().filter(format -> format.filter().equals(filter)).findFirst();
    }

    /// What a file is, by its bytes first and its name where they do not say it.
    public static Detection detect(String fileName, byte[] file) {
        var detected = TextEncodings.detect(file);
        return detected instanceof NotText(Reason reason) && reason == Reason.PDF
                ? new Detection.Known(PDF)
                : detected;
    }
}

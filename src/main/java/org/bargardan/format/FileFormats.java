package org.bargardan.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bargardan.format.Detection.NotText;

/// The formats that are read.
public final class FileFormats {

    public static final PlainText PLAIN_TEXT = new PlainText(TextLimits.DEFAULT);
    public static final PdfText PDF = new PdfText(PdfLimits.DEFAULT);
    private static final WordDocument WORD = new WordDocument(ContainerLimits.DEFAULT);
    private static final OpenDocument OPEN_DOCUMENT = new OpenDocument(ContainerLimits.DEFAULT);
    private static final Epub EPUB = new Epub(ContainerLimits.DEFAULT);
    private static final WebPage WEB_PAGE = new WebPage(MarkupLimits.DEFAULT);
    private static final Markdown MARKDOWN = new Markdown(MarkupLimits.DEFAULT);

    private static final List<FileFormat> ALL =
            List.of(PLAIN_TEXT, PDF, WORD, OPEN_DOCUMENT, EPUB, WEB_PAGE, MARKDOWN);

    /// EPUB OCF 3.3, section 4.3 and OpenDocument 1.3, part 2, section 3.3: the name and content of
    /// the first part stand here, packed by nothing.
    private static final int TYPE_AT = 30;

    private static final int TYPE_MOST = 100;

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
        return switch (detected) {
            case NotText(var reason) ->
                    switch (reason) {
                        case PDF -> new Detection.Known(PDF);
                        case ZIP_OR_OFFICE ->
                                inArchive(file)
                                        .<Detection>map(Detection.Known::new)
                                        .orElse(detected);
                        case EMPTY, IMAGE, OLD_OFFICE, BINARY -> detected;
                    };
            case Detection.Utf8 _, Detection.Unsure _ ->
                    byName(fileName).<Detection>map(Detection.Known::new).orElse(detected);
        };
    }

    /// By the names of the parts, which an archive holds as they are.
    private static Optional<FileFormat> inArchive(byte[] file) {
        var type =
                new String(
                        file,
                        Math.min(TYPE_AT, file.length),
                        Math.clamp(file.length - TYPE_AT, 0, TYPE_MOST),
                        StandardCharsets.ISO_8859_1);
        if (type.startsWith("mimetype" + EPUB.mediaType())) {
            return Optional.of(EPUB);
        }
        if (type.startsWith("mimetype" + OPEN_DOCUMENT.mediaType())) {
            return Optional.of(OPEN_DOCUMENT);
        }
        var parts = new String(file, StandardCharsets.ISO_8859_1);
        if (parts.contains("word/document")) {
            return Optional.of(WORD);
        }
        return parts.contains("META-INF/container.xml") ? Optional.of(EPUB) : Optional.empty();
    }

    private static Optional<FileFormat> byName(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        if (name.matches(".*\\.x?html?")) {
            return Optional.of(WEB_PAGE);
        }
        return name.matches(".*\\.(md|markdown)") ? Optional.of(MARKDOWN) : Optional.empty();
    }
}

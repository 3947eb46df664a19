package org.bargardan.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.okapi.common.resource.TextFragment;
import net.sf.okapi.filters.openxml.ConditionalParameters;
import net.sf.okapi.filters.openxml.OpenXMLFilter;
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.Translation.Target;

/// Reads and writes DOCX.
///
/// - **Input**: the file's bytes, looked through as [BoundedZip] and [XmlGuard] do.
/// - **Output**: the main text in reading order with tables and text boxes where they stand, the
///   body of each footnote and endnote behind the paragraph with its mark, heads and feet of pages
///   last. Line breaks and tabs are characters of the text, since they part words and a poem is
///   read by its lines; page breaks, pictures, marks of notes, bookmarks and fields are codes.
/// - **Tracked changes** count as accepted. Hidden text, comments, the document's own table of
///   properties and text in charts and diagrams are neither read nor changed.
/// - **Written**: the original again with a target in place of each unit's words; parts without a
///   target stay as they were, byte for byte.
/// - **Refused**: what exceeds the [ContainerLimits], is damaged, encrypted or brings macros along.
/// - Thread-safe, keeps nothing between calls.
public final class WordDocument implements FileFormat {

    public static final String FILTER = "docx";
    public static final int VERSION = 1;

    private static final int LONGEST_UNIT_NAME = 200;
    private static final String FILE_NAME = "document.docx";

    private final ContainerLimits limits;

    public WordDocument(ContainerLimits limits) {
        this.limits = limits;
    }

    @Override
    public String filter() {
        return FILTER;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    }

    @Override
    public String ending() {
        return "docx";
    }

    @Override
    public int maxBytes() {
        return limits.maxBytes();
    }

    @Override
    public boolean isWritten() {
        return true;
    }

    @Override
    public ReadResult read(byte[] file, String parameters, Progress progress) {
        try {
            var document = WordPackage.of(file, limits);
            try (var okapi = new OkapiFile(WordDocument::okapi, document.forFilter(), FILE_NAME)) {
                return new WordReading(document, limits, progress).read(okapi);
            }
        } catch (RefusedFile e) {
            return new ReadResult.Failed(e.problem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OutOfMemoryError e) {
            return new ReadResult.Failed(FormatProblem.ofFile(Kind.DOCUMENT_TOO_COMPLEX));
        }
    }

    @Override
    public WriteResult write(
            byte[] original, String parameters, Translation translation, OutputStream out)
            throws IOException {
        var written = new ByteArrayOutputStream();
        try {
            var document = WordPackage.of(original, limits);
            document.write(changedParts(document, translation), written);
        } catch (RefusedFile e) {
            return new WriteResult.Failed(e.problem());
        }
        written.writeTo(out);
        return new WriteResult.Written(written.size());
    }

    private static Map<String, byte[]> changedParts(WordPackage document, Translation translation)
            throws IOException {
        Map<String, List<Target>> targets = new LinkedHashMap<>();
        for (Target target : translation.targets()) {
            targets.computeIfAbsent(target.textUnit(), _ -> new ArrayList<>()).add(target);
        }
        var markup = new WordMarkup();
        var writing = new WordWriting(document, markup, translation.language());
        try (var okapi = new OkapiFile(WordDocument::okapi, document.forFilter(), FILE_NAME)) {
            byte[] written =
                    okapi.written(unit -> {
                        List<Target> words = targets.get(name(unit));
                        if (words == null) {
                            return Optional.empty();
                        }
                        writing.changes(unit.part());
                        var fragment = new TextFragment(PlaceMarks.of(PlaceMarks.UNIT, 0));
                        fragment.append(OkapiText.of(unit.source(), markup).target(words), true);
                        return Optional.of(fragment);
                    });
            return writing.parts(written);
        }
    }

    private static OpenXMLFilter okapi() {
        var filter = new OpenXMLFilter();
        ConditionalParameters parameters = filter.getParameters();
        parameters.setAddLineSeparatorCharacter(true);
        parameters.setAddTabAsCharacter(true);
        parameters.setReplaceNoBreakHyphenTag(true);
        parameters.setIgnoreSoftHyphenTag(true);
        parameters.setAllowWordStyleOptimisation(false);
        parameters.setTranslateWordGraphicName(false);
        parameters.setTranslateDocProperties(false);
        parameters.setTranslateComments(false);
        parameters.setAutomaticallyAcceptRevisions(true);
        return filter;
    }

    /// Stored with each paragraph, so that it is found again.
    static String name(OkapiFile.Unit unit) {
        String name = unit.key();
        return name.substring(Math.max(0, name.length() - LONGEST_UNIT_NAME));
    }
}

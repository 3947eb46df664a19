package org.bargardan.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import net.htmlparser.jericho.Config;
import net.htmlparser.jericho.LoggerProvider;
import net.sf.okapi.common.Event;
import net.sf.okapi.common.IResource;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.common.resource.TextFragment;
import net.sf.okapi.common.skeleton.GenericSkeleton;
import net.sf.okapi.common.skeleton.GenericSkeletonPart;
import net.sf.okapi.filters.html.HtmlFilter;
import org.bargardan.format.FormatProblem.Kind;

/// A page as Okapi's filter for HTML cuts it: mark-up and words by turns.
///
/// - **Input**: a page without the characters that Okapi means something by ([MarkupFile#hidden]).
/// - **Output**: parts that, joined, are the page.
/// - The filter's writer is not asked, as it writes spaces and references anew where nothing was
///   changed.
final class HtmlParts {

    private static final String SETTINGS = settings();
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";

    private HtmlParts() {}

    /// A part of the page.
    sealed interface Part {

        /// What is between paragraphs.
        record Markup(String raw) implements Part {}

        /// What may be a paragraph.
        ///
        /// @param raw as it is written in the page
        record Words(TextFragment fragment, String raw) implements Part {}
    }

    /// @param isXml whether sections of characters are text, as they are not in HTML
    static List<Part> of(String page, boolean isXml, MarkupLimits limits) throws RefusedFile {
        String plain = isXml ? withoutCdata(page) : page;
        HtmlTags.check(plain, limits);
        try {
            List<Part> parts = read(plain, isXml);
            return HtmlPlaces.of(plain, parts).orElse(parts);
        } catch (FileFormat.InterruptedReading e) {
            throw e;
        } catch (RuntimeException e) {
            // Whatever the filter stumbles over says only that it did.
            throw new RefusedFile(Kind.DOCUMENT_DAMAGED);
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw new RefusedFile(Kind.DOCUMENT_TOO_COMPLEX);
        }
    }

    /// The filter tells such sections twice.
    private static String withoutCdata(String page) {
        var plain = new StringBuilder();
        int done = 0;
        int start = page.indexOf(CDATA);
        while (start >= 0) {
            int end = page.indexOf(CDATA_END, start);
            if (end < 0) {
                break;
            }
            plain.append(page, done, start);
            plain.append(HtmlText.escaped(page.substring(start + CDATA.length(), end)));
            done = end + CDATA_END.length();
            start = page.indexOf(CDATA, done);
        }
        return plain.append(page, done, page.length()).toString();
    }

    private static List<Part> read(String page, boolean isXml) {
        var parts = new ArrayList<Part>();
        try (var filter = new HtmlFilter();
                var document = new RawDocument(page, LocaleId.ENGLISH, LocaleId.ENGLISH)) {
            // The filter would tell of every tag that is not closed.
            Config.LoggerProvider = LoggerProvider.DISABLED;
            filter.setParametersFromString(SETTINGS);
            filter.open(document);
            while (filter.hasNext()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new FileFormat.InterruptedReading();
                }
                add(filter.next(), isXml, parts);
            }
        }
        return parts;
    }

    private static void add(Event event, boolean isXml, List<Part> parts) {
        IResource resource = event.getResource();
        boolean hasWords = false;
        if (resource != null && resource.getSkeleton() instanceof GenericSkeleton skeleton) {
            for (GenericSkeletonPart part : skeleton.getParts()) {
                String raw = part.toString();
                if (!raw.startsWith(TextFragment.REFMARKER_START)) {
                    parts.add(new Part.Markup(raw));
                } else if (resource instanceof ITextUnit unit
                        && part.getParent() == unit
                        && !hasWords) {
                    parts.add(words(unit, isXml));
                    hasWords = true;
                } else {
                    throw new IllegalStateException("a part within a part: " + raw);
                }
            }
        }
        if (!hasWords && resource instanceof ITextUnit unit) {
            parts.add(words(unit, isXml));
        }
    }

    private static Part words(ITextUnit unit, boolean isXml) {
        TextFragment fragment = unit.getSource().getUnSegmentedContentCopy();
        return new Part.Words(fragment, HtmlText.of(fragment, isXml));
    }

    private static String settings() {
        try (InputStream in = HtmlParts.class.getResourceAsStream("html.yml")) {
            if (in == null) {
                throw new IllegalStateException("html.yml is missing");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

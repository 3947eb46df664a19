package org.bargardan.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bargardan.format.HtmlMarkup.NoteStyle;
import org.bargardan.format.HtmlPage.Unit;
import org.bargardan.format.PlacedNotes.Draft;
import org.bargardan.format.Translation.Target;
import org.bargardan.text.Languages;

/// Reads and writes pages of the web, as people save them.
///
/// - **Input**: the file's bytes, whose charset [MarkupFile] finds; Okapi's filter for HTML cuts
///   the page ([HtmlParts]).
/// - **Output**: paragraphs as a browser shows them; a footnote's body behind the paragraph of its
///   mark ([HtmlNotes]). The page's title comes first, unless a heading says the same, which it
///   then follows. What a site brings along is [ParagraphKind#FURNITURE].
/// - **Left alone**: scripts, styles, comments, forms' values, programs, drawings and formulas,
///   what says `translate="no"`, and attributes: words for pictures that are not seen, tips,
///   keywords.
/// - **Written** is the page in UTF-8 with its language and direction; notes of the translator at
///   its end.
/// - **Not kept**: style sheets that set left and right; what a script writes.
/// - Thread-safe, keeps nothing between calls.
public final class WebPage implements FileFormat {

    public static final String FILTER = "html";
    public static final int VERSION = 1;

    private static final String KEYS = "u";

    private final MarkupLimits limits;

    public WebPage(MarkupLimits limits) {
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
        return "text/html";
    }

    @Override
    public String ending() {
        return "html";
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
            MarkupFile read = MarkupFile.of(file, parameters, limits);
            HtmlPage page = page(read);
            return new ReadResult.Read(
                    new ExtractedDocument(
                            limits.checked(PlacedNotes.of(drafts(page))),
                            "",
                            FILTER,
                            read.encoding().write(),
                            VERSION));
        } catch (RefusedFile e) {
            return new ReadResult.Failed(e.problem());
        }
    }

    private HtmlPage page(MarkupFile file) throws RefusedFile {
        HtmlPage page = HtmlPage.of("", file.hidden(), false, limits);
        HtmlNotes.find(List.of(page));
        return page;
    }

    private static List<Draft> drafts(HtmlPage page) {
        var markup = new HtmlMarkup();
        var drafts = new ArrayList<Draft>();
        Set<String> headings = new HashSet<>();
        var titles = new ArrayList<Draft>();
        for (int i = 0; i < page.units().size(); i++) {
            Unit unit = page.units().get(i);
            OkapiText text = unit.text(markup);
            if (!text.hasWords() || unit.isLeftAlone()) {
                continue;
            }
            Draft draft = page.draft(unit, KEYS + i, text);
            if (unit.around().isTitle()) {
                titles.add(draft);
                continue;
            }
            if (draft.kind() == ParagraphKind.HEADING) {
                headings.add(text.content().text());
            }
            drafts.add(draft);
        }
        titles.removeIf(title -> headings.contains(title.content().text()));
        drafts.addAll(0, titles);
        return drafts;
    }

    @Override
    public WriteResult write(
            byte[] original, String parameters, Translation translation, OutputStream out)
            throws IOException {
        try {
            MarkupFile read = MarkupFile.of(original, parameters, limits);
            HtmlPage page = page(read);
            Map<String, List<Target>> targets =
                    translation.targets().stream().collect(Collectors.groupingBy(Target::textUnit));
            String language =
                    Languages.check(translation.language())
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "no language: " + translation.language()));
            var markup = new HtmlMarkup(NoteStyle.WEB, read.text(), language);
            var writing =
                    new HtmlWriting(
                            page,
                            false,
                            targets,
                            titles(page, targets),
                            language,
                            !targets.isEmpty(),
                            false,
                            markup);
            byte[] written =
                    read.restored(writing.page(KEYS, !read.encoding().charset().equals(UTF_8)));
            out.write(written);
            return new WriteResult.Written(written.length);
        } catch (RefusedFile e) {
            return new WriteResult.Failed(e.problem());
        }
    }

    /// Headings in the source and as they are translated.
    private static Map<String, String> titles(HtmlPage page, Map<String, List<Target>> targets) {
        var titles = new HashMap<String, String>();
        for (int i = 0; i < page.units().size(); i++) {
            Unit unit = page.units().get(i);
            List<Target> ofUnit = targets.getOrDefault(KEYS + i, List.of());
            if (!ofUnit.isEmpty() && unit.around().kind() == ParagraphKind.HEADING) {
                titles.put(unit.text(new HtmlMarkup()).content().text(), HtmlWriting.plain(ofUnit));
            }
        }
        return titles;
    }
}

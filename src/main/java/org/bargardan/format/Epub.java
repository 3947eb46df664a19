package org.bargardan.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bargardan.format.HtmlMarkup.NoteStyle;
import org.bargardan.format.HtmlPage.Unit;
import org.bargardan.format.PlacedNotes.Draft;
import org.bargardan.format.Translation.Target;
import org.bargardan.text.Languages;

/// Reads and writes EPUB 2 and 3.
///
/// - **Input**: the file's bytes, looked through by [BoundedZip] and [XmlGuard].
/// - **Output**: the paragraphs of all pages in the order of the spine, as [WebPage] finds them in
///   one; notes also from one page to another. Entries of the tables of contents come last, as
///   [ParagraphKind#FURNITURE], unless a heading says the same, which they then follow; so do the
///   titles of pages and of the book, which are no paragraphs.
/// - **Refused**: besides what the archive is refused for, books that are encrypted.
/// - **Written** is the archive with `mimetype` first and unpacked; pages without a target are byte
///   for byte what they were. Language and direction stand in each page that has one, and in the
///   package document, which says on which side pages turn too; notes of the translator are
///   footnotes at the end of their page.
/// - **Not kept**: style sheets that set left and right; the time of the last change.
/// - Thread-safe, keeps nothing between calls.
public final class Epub implements FileFormat {

    public static final String FILTER = "epub";
    public static final int VERSION = 1;

    private final ContainerLimits limits;

    public Epub(ContainerLimits limits) {
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
        return "application/epub+zip";
    }

    @Override
    public String ending() {
        return "epub";
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
            Book book = book(BoundedZip.of(file, limits), progress);
            return new ReadResult.Read(
                    new ExtractedDocument(
                            EpubPackage.markupLimits(limits).checked(PlacedNotes.of(book.drafts())),
                            "",
                            FILTER,
                            "",
                            VERSION));
        } catch (RefusedFile e) {
            return new ReadResult.Failed(e.problem());
        }
    }

    @Override
    public WriteResult write(
            byte[] original, String parameters, Translation translation, OutputStream out)
            throws IOException {
        String language =
                Languages.check(translation.language())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "no language: " + translation.language()));
        Map<String, List<Target>> targets =
                translation.targets().stream().collect(Collectors.groupingBy(Target::textUnit));
        try {
            BoundedZip zip = BoundedZip.of(original, limits);
            Book book = book(zip, Progress.NONE);
            var counted = new CountedBytes(out);
            zip.write(targets.isEmpty() ? Map.of() : book.translated(targets, language), counted);
            return new WriteResult.Written(counted.count());
        } catch (RefusedFile e) {
            return new WriteResult.Failed(e.problem());
        }
    }

    private Book book(BoundedZip zip, Progress progress) throws RefusedFile {
        EpubPackage opf = EpubPackage.of(zip, limits);
        var paths = new ArrayList<>(opf.pages());
        paths.addAll(opf.navigation());
        var files = new LinkedHashMap<HtmlPage, MarkupFile>();
        int done = 0;
        for (String path : paths) {
            progress.at(done, paths.size());
            MarkupFile file = EpubPackage.xml(zip, path, limits);
            files.put(
                    HtmlPage.of(path, file.hidden(), true, EpubPackage.markupLimits(limits)), file);
            done++;
        }
        HtmlNotes.find(List.copyOf(files.keySet()));
        return new Book(opf, files);
    }

    /// A book that was read.
    ///
    /// @param files what stands behind the pages, in order
    private record Book(EpubPackage opf, Map<HtmlPage, MarkupFile> files) {

        private static final String CHAPTER = "c";

        /// What the keys of a page's units begin with; paths may be too long.
        private static String keys(int page) {
            return CHAPTER + page + "u";
        }

        List<Draft> drafts() {
            var markup = new HtmlMarkup();
            var drafts = new ArrayList<Draft>();
            Set<String> headings = new HashSet<>();
            int number = 0;
            for (HtmlPage page : files.keySet()) {
                boolean isNavigation = opf.navigation().contains(page.name());
                for (int i = 0; i < page.units().size(); i++) {
                    Unit unit = page.units().get(i);
                    OkapiText text = unit.text(markup);
                    if (!text.hasWords() || unit.isLeftAlone() || unit.around().isTitle()) {
                        continue;
                    }
                    Draft draft = page.draft(unit, keys(number) + i, text);
                    if (!isNavigation) {
                        drafts.add(draft);
                        if (draft.kind() == ParagraphKind.HEADING) {
                            headings.add(text.content().text());
                        }
                    } else if (headings.add(text.content().text())) {
                        // Of what two tables of contents say, the second follows the first.
                        drafts.add(
                                new Draft(
                                        draft.textUnit(),
                                        draft.content(),
                                        draft.sources(),
                                        ParagraphKind.FURNITURE,
                                        0,
                                        null,
                                        Map.of()));
                    }
                }
                number++;
            }
            return drafts;
        }

        /// Entries of the archive that change.
        Map<String, byte[]> translated(Map<String, List<Target>> targets, String language) {
            Map<String, String> titles = titles(targets);
            var changed = new LinkedHashMap<String, byte[]>();
            int number = 0;
            for (HtmlPage page : files.keySet()) {
                if (changes(page, number, targets, titles)) {
                    MarkupFile file = fileOf(page);
                    var style = opf.isEpub3() ? NoteStyle.EPUB_3 : NoteStyle.EPUB_2;
                    var markup = new HtmlMarkup(style, file.text(), language);
                    var writing =
                            new HtmlWriting(
                                    page,
                                    true,
                                    targets,
                                    titles,
                                    language,
                                    true,
                                    opf.navigation().contains(page.name()),
                                    markup);
                    changed.put(page.name(), file.restored(writing.page(keys(number), false)));
                }
                number++;
            }
            changed.put(opf.path(), opf.in(language, titles).getBytes(UTF_8));
            return changed;
        }

        private MarkupFile fileOf(HtmlPage page) {
            MarkupFile file = files.get(page);
            if (file == null) {
                throw new IllegalArgumentException("no page of this book: " + page.name());
            }
            return file;
        }

        private boolean changes(
                HtmlPage page,
                int number,
                Map<String, List<Target>> targets,
                Map<String, String> titles) {
            boolean isNavigation = opf.navigation().contains(page.name());
            for (int i = 0; i < page.units().size(); i++) {
                if (targets.containsKey(keys(number) + i)
                        || (isNavigation && titles.containsKey(words(page.units().get(i))))) {
                    return true;
                }
            }
            return false;
        }

        private static String words(Unit unit) {
            return unit.text(new HtmlMarkup()).content().text();
        }

        /// Headings and entries of tables of contents, in the source and as they are translated.
        private Map<String, String> titles(Map<String, List<Target>> targets) {
            var titles = new HashMap<String, String>();
            int number = 0;
            for (HtmlPage page : files.keySet()) {
                boolean isNavigation = opf.navigation().contains(page.name());
                for (int i = 0; i < page.units().size(); i++) {
                    Unit unit = page.units().get(i);
                    List<Target> ofUnit = targets.getOrDefault(keys(number) + i, List.of());
                    if (!ofUnit.isEmpty()
                            && (isNavigation || unit.around().kind() == ParagraphKind.HEADING)) {
                        titles.putIfAbsent(words(unit), HtmlWriting.plain(ofUnit));
                    }
                }
                number++;
            }
            return titles;
        }
    }
}

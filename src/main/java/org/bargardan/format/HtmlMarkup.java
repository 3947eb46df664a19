package org.bargardan.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.sf.okapi.common.resource.Code;
import org.bargardan.format.HtmlTags.Tag;
import org.bargardan.format.Translation.Note;
import org.bargardan.text.InlineCode;

/// What HTML has for codes, and the notes that were added to one page.
final class HtmlMarkup implements OkapiMarkup {

    private static final Pattern USED = Pattern.compile("\\btn(?:ref)?([0-9]{1,8})\\b");
    private static final Set<String> KEPT = Set.of(HtmlWords.NOTE, HtmlWords.BACK, "img");

    private final NoteStyle style;
    private final boolean isPersian;
    private final List<Added> added = new ArrayList<>();
    private int number;

    /// @param page in which the names of notes added earlier are not used again
    HtmlMarkup(NoteStyle style, String page, String language) {
        this.style = style;
        isPersian = language.equals("fa") || language.startsWith("fa-");
        number =
                USED.matcher(page)
                        .results()
                        .mapToInt(used -> Integer.parseInt(used.group(1)))
                        .max()
                        .orElse(0);
    }

    /// For reading only.
    HtmlMarkup() {
        this(NoteStyle.WEB, "", "");
    }

    /// How notes stand in a page.
    enum NoteStyle {
        WEB,
        EPUB_2,
        EPUB_3
    }

    /// A note and its number on the page.
    private record Added(int number, Note note, boolean isMarked) {}

    boolean hasNotes() {
        return !added.isEmpty();
    }

    boolean isOfEpub3() {
        return style == NoteStyle.EPUB_3;
    }

    @Override
    public String characters(Code code) {
        return code.getType().equals(HtmlWords.BREAK) ? "\n" : "";
    }

    @Override
    public Optional<Code> codeOf(char character) {
        return character == '\n'
                ? Optional.of(OkapiMarkup.code(InlineCode.Kind.ALONE, HtmlWords.BREAK, "<br/>"))
                : Optional.empty();
    }

    /// In preformatted text a line ends where it ends.
    OkapiMarkup preformatted() {
        HtmlMarkup markup = this;
        return new OkapiMarkup() {
            @Override
            public String characters(Code code) {
                return markup.characters(code);
            }

            @Override
            public boolean isDeletable(Code code) {
                return markup.isDeletable(code);
            }

            @Override
            public boolean isCopyable(Code code) {
                return markup.isCopyable(code);
            }

            @Override
            public Optional<Code> added(InlineCode.Kind kind, String label, String address) {
                return markup.added(kind, label, address);
            }

            @Override
            public Optional<Code> note(Note note) {
                return markup.note(note);
            }
        };
    }

    /// Others may lead to what has a name.
    @Override
    public boolean isDeletable(Code code) {
        return !KEPT.contains(code.getType()) && !isNamed(code);
    }

    @Override
    public boolean isCopyable(Code code) {
        return !Set.of(HtmlWords.NOTE, HtmlWords.BACK).contains(code.getType()) && !isNamed(code);
    }

    private static boolean isNamed(Code code) {
        Optional<Tag> tag = new HtmlTags(code.getData()).next();
        return tag.isPresent()
                && !tag.get().isClosing()
                && (tag.get().attribute("id").isPresent()
                        || tag.get().attribute("name").isPresent());
    }

    @Override
    public Optional<Code> added(InlineCode.Kind kind, String label, String address) {
        boolean opens = kind == InlineCode.Kind.OPEN;
        if (!label.equals("a")) {
            return Optional.of(OkapiMarkup.code(kind, label, (opens ? "<" : "</") + label + ">"));
        }
        return WebAddress.of(address)
                .map(safe ->
                        OkapiMarkup.code(
                                kind,
                                label,
                                opens ? "<a href=\"" + HtmlText.escaped(safe) + "\">" : "</a>"));
    }

    @Override
    public Optional<Code> note(Note note) {
        number++;
        added.add(new Added(number, note, true));
        String type =
                switch (style) {
                    case WEB -> " role=\"doc-noteref\"";
                    case EPUB_2 -> "";
                    case EPUB_3 -> " epub:type=\"noteref\" role=\"doc-noteref\"";
                };
        return Optional.of(
                OkapiMarkup.code(
                        InlineCode.Kind.ALONE,
                        HtmlWords.NOTE,
                        "<sup><a id=\"tnref%d\" href=\"#tn%d\"%s>[%s]</a></sup>"
                                .formatted(number, number, type, shown(number))));
    }

    /// Where no link can stand.
    void noteWithoutMark(Note note) {
        number++;
        added.add(new Added(number, note, false));
    }

    private String shown(int ofNote) {
        var shown = new StringBuilder();
        Integer.toString(ofNote)
                .chars()
                .forEach(c -> shown.append((char) (isPersian ? c - '0' + '۰' : c)));
        return shown.toString();
    }

    /// The bodies of all notes, for the end of the page.
    String notes() {
        var bodies = new StringBuilder();
        // Notes within notes are not asked for.
        for (Added note : List.copyOf(added)) {
            bodies.append(body(note)).append('\n');
        }
        return style == NoteStyle.WEB
                ? "<section role=\"doc-endnotes\" class=\"translator-notes\">\n"
                        + bodies
                        + "</section>\n"
                : bodies.toString();
    }

    private String body(Added note) {
        String words =
                HtmlText.of(
                        OkapiText.of(new net.sf.okapi.common.resource.TextFragment(), this)
                                .target(
                                        List.of(
                                                new Translation.Target(
                                                        "",
                                                        org.bargardan.text.TaggedText.plain(
                                                                        note.note.label() + ": ")
                                                                .append(note.note.body()),
                                                        List.of()))),
                        true);
        String back =
                " <a href=\"#tnref%d\"%s>↩</a>"
                        .formatted(
                                note.number,
                                style == NoteStyle.EPUB_2 ? "" : " role=\"doc-backlink\"");
        String paragraph = "<p>" + words + (note.isMarked ? back : "") + "</p>";
        String body =
                switch (style) {
                    case WEB -> "<div id=\"tn%d\" role=\"doc-endnote\">%s</div>";
                    case EPUB_2 -> "<div id=\"tn%d\" class=\"footnote\">%s</div>";
                    case EPUB_3 ->
                            "<aside id=\"tn%d\" epub:type=\"footnote\" role=\"doc-footnote\">%s</aside>";
                };
        return body.formatted(note.number, paragraph);
    }
}

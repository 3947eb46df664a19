package org.bargardan.format;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bargardan.format.Translation.Note;
import org.jspecify.annotations.Nullable;

/// Makes what marks stand for of them, in the paragraphs of one part of a DOCX.
final class WordParagraphs implements XmlCopy.Change {

    /// What may hold runs beside a paragraph itself.
    private static final Set<String> HOLDERS =
            Set.of(
                    "hyperlink",
                    "ins",
                    "moveTo",
                    "smartTag",
                    "sdt",
                    "sdtContent",
                    "customXml",
                    "fldSimple",
                    "dir",
                    "bdo");

    private static final String LINK_COLOUR = "0563C1";
    private static final String RELATIONSHIPS = WordPackage.relationshipType("");

    private final WordWriting writing;
    private final String part;
    private final WordMarkup markup;
    private final WordStyles styles;
    private final WordLanguage language;
    private final WordOriginals originals;
    private @Nullable String prefix;

    WordParagraphs(
            WordWriting writing,
            String part,
            WordOriginals originals,
            WordMarkup markup,
            WordStyles styles,
            WordLanguage language) {
        this.writing = writing;
        this.part = part;
        this.originals = originals;
        this.markup = markup;
        this.styles = styles;
        this.language = language;
    }

    /// The root is Word's, so its prefix is.
    @Override
    public boolean wants(XmlElement opening) {
        if (prefix == null) {
            prefix = opening.prefix();
        }
        return opening.name().equals(prefix + "p");
    }

    @Override
    public void change(XmlElement paragraph, Writer out) throws IOException {
        Optional<Integer> number = WordOriginals.number(paragraph);
        Optional<XmlElement> original =
                number.isPresent() ? originals.paragraph(number.get()) : Optional.empty();
        var result = paragraph;
        WordRuns.relieve(paragraph);
        if (original.isPresent() && paragraph.all().noneMatch(WordParagraphs::isTranslated)) {
            result = original.get();
        } else {
            change(paragraph, false);
        }
        result.all().forEach(writing::sees);
        result.write(out);
    }

    /// A paragraph of a translator's own.
    void translate(XmlElement paragraph) throws RefusedFile {
        change(paragraph, false);
    }

    private void change(XmlElement paragraph, boolean isInBox) throws RefusedFile {
        for (XmlElement inner : innermost(paragraph)) {
            change(inner, true);
        }
        if (isTranslated(paragraph)) {
            new Changing(paragraph, isInBox).change();
        }
    }

    /// The paragraphs within this one that are in no other in between.
    private static List<XmlElement> innermost(XmlElement element) {
        var found = new ArrayList<XmlElement>();
        element.elements()
                .forEach(child -> {
                    if (child.localName().equals("p") && child.prefix().equals(element.prefix())) {
                        found.add(child);
                    } else if (child.localName().equals("txbxContent")) {
                        child.elements()
                                .filter(inner -> inner.name().equals(child.prefix() + "p"))
                                .forEach(found::add);
                    } else {
                        found.addAll(innermost(child));
                    }
                });
        return found;
    }

    private static boolean isTranslated(XmlElement paragraph) {
        return paragraph
                .elements()
                .anyMatch(child ->
                        child.localName().equals("t")
                                ? child.text().indexOf(PlaceMarks.UNIT) >= 0
                                : (child.localName().equals("r")
                                                || HOLDERS.contains(child.localName()))
                                        && isTranslated(child));
    }

    /// A paragraph with words of the translation.
    private final class Changing {

        private final XmlElement paragraph;
        private final boolean isInBox;
        private final String p;
        private String style = "";
        private boolean isBold;
        private boolean isItalic;
        private int link = -1;
        private @Nullable XmlElement linkElement;

        Changing(XmlElement paragraph, boolean isInBox) {
            this.paragraph = paragraph;
            this.isInBox = isInBox;
            p = paragraph.prefix();
        }

        void change() throws RefusedFile {
            style = language.turn(paragraph);
            rebuild(paragraph, false);
        }

        private void rebuild(XmlElement holder, boolean isLink) throws RefusedFile {
            var before = List.copyOf(holder.children());
            holder.children().clear();
            for (XmlNode child : before) {
                if (child instanceof XmlElement element && element.name().equals(p + "r")) {
                    runs(element, holder, isLink);
                } else if (child instanceof XmlElement element
                        && HOLDERS.contains(element.localName())) {
                    linkElement = null;
                    rebuild(element, isLink || element.localName().equals("hyperlink"));
                    holder.with(element);
                    linkElement = null;
                } else {
                    holder.with(child);
                }
            }
        }

        /// A run with marks becomes several.
        private void runs(XmlElement run, XmlElement holder, boolean isLink) throws RefusedFile {
            @Nullable XmlElement properties = run.child(p + "rPr").orElse(null);
            var current = new Pieces(properties, holder, isLink);
            for (XmlNode child : run.children()) {
                if (child == properties) {
                    continue;
                }
                if (child instanceof XmlElement text && text.name().equals(p + "t")) {
                    current.text(text.text());
                } else {
                    current.add(child);
                }
            }
            current.flush();
        }

        /// The runs that one becomes.
        private final class Pieces {

            private final @Nullable XmlElement properties;
            private final XmlElement holder;
            private final boolean isLink;
            private XmlElement run;
            private boolean hasWords;

            Pieces(@Nullable XmlElement properties, XmlElement holder, boolean isLink) {
                this.properties = properties;
                this.holder = holder;
                this.isLink = isLink;
                run = new XmlElement(p + "r");
            }

            void add(XmlNode child) {
                run.with(child);
            }

            void text(String text) throws RefusedFile {
                var marks = PlaceMarks.in(text);
                int done = 0;
                while (marks.find()) {
                    words(text.substring(done, marks.start()));
                    done = marks.end();
                    mark(marks.group(1).charAt(0), PlaceMarks.number(marks));
                }
                words(text.substring(done));
            }

            private void words(String words) {
                if (!words.isEmpty()) {
                    var text = new XmlElement(p + "t");
                    if (!words.equals(words.strip()) || words.indexOf('\u00A0') >= 0) {
                        text.with("xml:space", "preserve");
                    }
                    text.addText(words);
                    run.with(text);
                    hasWords = true;
                }
            }

            private void mark(char sign, int number) throws RefusedFile {
                flush();
                switch (sign) {
                    case PlaceMarks.BOLD -> isBold = true;
                    case PlaceMarks.BOLD_END -> isBold = false;
                    case PlaceMarks.ITALIC -> isItalic = true;
                    case PlaceMarks.ITALIC_END -> isItalic = false;
                    case PlaceMarks.LINK -> link = number;
                    case PlaceMarks.LINK_END -> {
                        link = -1;
                        linkElement = null;
                    }
                    case PlaceMarks.NOTE -> note(markup.note(number));
                    default -> {}
                }
            }

            private void note(Note note) throws RefusedFile {
                Optional<Integer> id = isInBox ? Optional.empty() : writing.note(part, note);
                if (id.isEmpty()) {
                    text(" (" + WordWriting.body(note) + ")");
                    return;
                }
                place(
                        new XmlElement(p + "r")
                                .with(writing.markProperties(p))
                                .with(
                                        new XmlElement(p + "footnoteReference")
                                                .with(p + "id", Integer.toString(id.get()))));
            }

            void flush() throws RefusedFile {
                if (run.children().isEmpty()) {
                    return;
                }
                var written = new XmlElement(p + "r");
                var look = properties == null ? new XmlElement(p + "rPr") : properties.copy();
                if (hasWords) {
                    look(look);
                }
                if (!look.children().isEmpty()) {
                    written.with(look);
                }
                run.children().forEach(written::with);
                run = new XmlElement(p + "r");
                hasWords = false;
                place(written);
            }

            private void look(XmlElement look) throws RefusedFile {
                if (isBold) {
                    look.put(new XmlElement(p + "b"), WordLanguage.OF_RUN);
                    look.put(new XmlElement(p + "bCs"), WordLanguage.OF_RUN);
                }
                if (isItalic) {
                    look.put(new XmlElement(p + "i"), WordLanguage.OF_RUN);
                    look.put(new XmlElement(p + "iCs"), WordLanguage.OF_RUN);
                }
                if (isInLink()) {
                    linkLook(look);
                }
                language.turn(look, style);
            }

            private boolean isInLink() {
                return link >= 0 && !isLink && OkapiMarkup.isAddress(markup.address(link));
            }

            private void linkLook(XmlElement look) {
                Optional<String> linkStyle = styles.idOf("hyperlink");
                if (linkStyle.isPresent()) {
                    look.put(
                            new XmlElement(p + "rStyle").with(p + "val", linkStyle.get()),
                            WordLanguage.OF_RUN);
                } else {
                    look.put(
                            new XmlElement(p + "color").with(p + "val", LINK_COLOUR),
                            WordLanguage.OF_RUN);
                    look.put(
                            new XmlElement(p + "u").with(p + "val", "single"), WordLanguage.OF_RUN);
                }
            }

            private void place(XmlElement written) throws RefusedFile {
                if (!isInLink()) {
                    holder.with(written);
                    return;
                }
                @Nullable XmlElement target = linkElement;
                if (target == null) {
                    target =
                            new XmlElement(p + "hyperlink")
                                    .with(
                                            "xmlns:r",
                                            RELATIONSHIPS.substring(0, RELATIONSHIPS.length() - 1))
                                    .with("r:id", writing.link(part, markup.address(link)));
                    linkElement = target;
                    holder.with(target);
                }
                target.with(written);
            }
        }
    }
}

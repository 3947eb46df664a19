package org.bargardan.format;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.util.ast.DelimitedNode;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sf.okapi.common.resource.TextFragment;
import net.sf.okapi.common.resource.TextFragment.TagType;
import org.bargardan.text.StorableText;

/// The words of one paragraph of Markdown and what stands between them.
///
/// - **Output**: characters as a reader sees them; a line that only ends in the file is a blank,
///   one that is broken on purpose U+000A. Emphasis, links and HTML are pairs of codes; pictures,
///   marks of notes, programs and comments stand alone.
/// - Used by one thread, for one paragraph.
final class MarkdownInline {

    /// What is labelled a mark of a note; its data are the mark as it is written.
    static final String NOTE = "fn";

    private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9-]*)[^>]*>");
    private static final Pattern BLANKS_AROUND_BREAK = Pattern.compile("[ \\t]*\\n[ \\t]*");
    private static final Map<String, String> TYPES =
            Map.of("strong", "bold", "b", "bold", "em", "italic", "i", "italic", "a", "link");

    private final String file;
    private final List<Piece> pieces = new ArrayList<>();

    /// @param file the whole of it
    MarkdownInline(String file) {
        this.file = file;
    }

    /// Characters, or a code.
    ///
    /// @param pair number of the pair that a code is of; 0 if it stands alone
    /// @param type as Okapi calls it; empty for characters
    /// @param data the characters, or the code's notation
    private record Piece(TagType tag, int pair, String type, String data) {

        static Piece characters(String characters) {
            return new Piece(TagType.PLACEHOLDER, 0, "", characters);
        }

        Piece as(TagType other, int number) {
            return new Piece(other, number, type, data);
        }
    }

    void addChildren(Node parent) {
        for (Node child : parent.getChildren()) {
            add(child);
        }
    }

    private void add(Node node) {
        switch (node) {
            case Text text -> addCharacters(text.getChars().unescape());
            case HtmlEntity entity -> addCharacters(entity.getChars().unescape());
            case SoftLineBreak _ -> addCharacters(" ");
            case HardLineBreak _ -> addCharacters("\n");
            case Emphasis emphasis -> addPair(emphasis, "italic");
            case StrongEmphasis emphasis -> addPair(emphasis, "bold");
            case Strikethrough strikethrough -> addPair(strikethrough, "s");
            case Footnote note -> addNote(note);
            case Image image -> addAlone("image", image);
            case ImageRef image when image.isDefined() -> addAlone("image", image);
            case LinkRef link -> addReference(link);
            case Link link -> addLink(link, "");
            case Code code -> addProgram(code);
            case HtmlInline html -> addHtml(html);
            default -> addAlone(node.getNodeName().toLowerCase(Locale.ROOT), node);
        }
    }

    void addCharacters(String characters) {
        pieces.add(Piece.characters(storable(characters)));
    }

    /// Characters alone, with the blanks at the beginnings of lines.
    static TextFragment verbatim(String characters) {
        var fragment = new TextFragment();
        new MarkdownInline(characters).append(fragment, characters);
        return fragment;
    }

    private static String storable(String characters) {
        return StorableText.problemIn(characters).isEmpty()
                ? characters
                : characters
                        .codePoints()
                        .mapToObj(Character::toString)
                        .map(c -> StorableText.problemIn(c).isEmpty() ? c : "\uFFFD")
                        .collect(Collectors.joining());
    }

    private void addAlone(String type, Node node) {
        pieces.add(new Piece(TagType.PLACEHOLDER, 0, type, raw(node.getStartOffset(), node)));
    }

    private <N extends Node & DelimitedNode> void addPair(N node, String type) {
        int pair = pieces.size() + 1;
        pieces.add(new Piece(TagType.OPENING, pair, type, node.getOpeningMarker().toString()));
        addChildren(node);
        pieces.add(new Piece(TagType.CLOSING, pair, type, node.getClosingMarker().toString()));
    }

    private void addProgram(Code code) {
        int pair = pieces.size() + 1;
        pieces.add(new Piece(TagType.OPENING, pair, "code", "`"));
        addCharacters(code.getText().toString().replaceAll("\\s+", " "));
        pieces.add(new Piece(TagType.CLOSING, pair, "code", "`"));
    }

    private void addNote(Footnote note) {
        if (note.isDefined()) {
            addAlone(NOTE, note);
        } else {
            addCharacters(raw(note.getStartOffset(), note));
        }
    }

    /// `[words][name]`, `[name][]` or `[name]`; the name must stay when the words are others.
    private void addReference(LinkRef link) {
        if (!link.isDefined()) {
            addCharacters("[");
            addChildren(link);
            addCharacters(raw(contentEnd(link), link));
            return;
        }
        addLink(link, link.isReferenceTextCombined() ? "][" + link.getReference() + "]" : "");
    }

    /// @param closing what ends the link; as it is in the file if empty
    private void addLink(Node link, String closing) {
        int pair = pieces.size() + 1;
        pieces.add(new Piece(TagType.OPENING, pair, "link", "["));
        addChildren(link);
        pieces.add(
                new Piece(
                        TagType.CLOSING,
                        pair,
                        "link",
                        closing.isEmpty() ? raw(contentEnd(link), link) : closing));
    }

    private static int contentEnd(Node node) {
        Node last = node.getLastChild();
        return last == null ? node.getStartOffset() + 1 : last.getEndOffset();
    }

    private void addHtml(HtmlInline html) {
        String tag = html.getChars().toString();
        Matcher found = TAG.matcher(tag);
        String name = found.matches() ? found.group(1).toLowerCase(Locale.ROOT) : "html";
        if (name.equals("br")) {
            addCharacters("\n");
            return;
        }
        var piece = new Piece(TagType.PLACEHOLDER, 0, TYPES.getOrDefault(name, name), tag);
        int opening = tag.startsWith("</") ? lastOpening(name, piece.type) : -1;
        if (opening < 0) {
            pieces.add(piece);
        } else {
            pieces.set(opening, pieces.get(opening).as(TagType.OPENING, opening + 1));
            pieces.add(piece.as(TagType.CLOSING, opening + 1));
        }
    }

    private int lastOpening(String name, String type) {
        for (int i = pieces.size() - 1; i >= 0; i--) {
            Piece piece = pieces.get(i);
            if (piece.tag == TagType.PLACEHOLDER
                    && piece.type.equals(type)
                    && piece.data.regionMatches(true, 1, name, 0, name.length())
                    && !piece.data.endsWith("/>")) {
                return i;
            }
        }
        return -1;
    }

    private String raw(int from, Node node) {
        return file.substring(from, node.getEndOffset());
    }

    /// Blanks around a break are nothing that a reader sees.
    TextFragment fragment() {
        var fragment = new TextFragment();
        var characters = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.type.isEmpty()) {
                characters.append(piece.data);
                continue;
            }
            append(fragment, characters);
            append(fragment, piece.tag, piece.pair, piece.type, piece.data);
        }
        append(fragment, characters);
        return fragment;
    }

    private void append(TextFragment fragment, StringBuilder characters) {
        String seen = BLANKS_AROUND_BREAK.matcher(characters).replaceAll("\n");
        characters.setLength(0);
        append(fragment, seen);
    }

    /// What Okapi means something by becomes a code, what no database holds U+FFFD.
    private void append(TextFragment fragment, String characters) {
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            if (TextFragment.isMarker(c)) {
                String data = Character.toString(c);
                append(fragment, TagType.PLACEHOLDER, 0, FormatProblem.codePointName(c), data);
            } else {
                fragment.append(c);
            }
        }
    }

    /// Pairs have their number, whatever stands alone one above all of them.
    private void append(TextFragment fragment, TagType tag, int pair, String type, String data) {
        var code = new net.sf.okapi.common.resource.Code(tag, type, data);
        code.setId(pair > 0 ? pair : pieces.size() + 1 + fragment.getCodes().size());
        fragment.append(code);
    }
}

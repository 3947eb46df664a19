package org.bargardan.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.sf.okapi.common.resource.Code;
import net.sf.okapi.common.resource.TextFragment;
import net.sf.okapi.common.resource.TextFragment.TagType;
import org.bargardan.format.HtmlTags.Tag;

/// Characters and codes of one paragraph of a page, by turns.
///
/// - **Input**: a fragment of Okapi's filter, with white space as in the file.
/// - **Output**: the same as a browser shows it: white space collapsed, marks of notes and ways
///   back from them one code each.
/// - Used by one thread, for one paragraph.
final class HtmlWords {

    /// What a mark of a note and a way back from one are called.
    static final String NOTE = "fn";

    static final String BACK = "back";
    static final String BREAK = "br";
    private static final String UNTOUCHED = "untouched";

    // A number, a letter or a sign, perhaps in brackets.
    private static final Pattern SHORT =
            Pattern.compile(
                    "[\\s(\\[{]*(?:[\\p{Nd}]{1,4}|\\p{L}|[^\\p{L}\\p{Nd}\\s]{1,3})[\\s)\\]}.:]*");
    private static final int NOWHERE = -1;

    private final List<Piece> pieces = new ArrayList<>();

    /// Characters, or a code.
    private record Piece(String characters, Optional<Code> code) {

        boolean is(TagType tag) {
            return code.isPresent() && code.get().getTagType() == tag;
        }
    }

    /// A link within the paragraph.
    ///
    /// @param id Okapi's for the pair
    /// @param words between its tags, as they are
    /// @param ids of the link and what stands directly around it
    record Link(int id, Tag tag, String words, List<String> ids) {

        boolean isShort() {
            return SHORT.matcher(words).matches();
        }

        boolean isMark() {
            return tag.words("epub:type").contains("noteref")
                    || tag.words("role").contains("doc-noteref");
        }

        boolean isWayBack() {
            return tag.words("role").contains("doc-backlink")
                    || tag.words("epub:type").contains("backlink");
        }
    }

    HtmlWords(TextFragment fragment) {
        String coded = fragment.getCodedText();
        var characters = new StringBuilder();
        for (int i = 0; i < coded.length(); i++) {
            char c = coded.charAt(i);
            if (TextFragment.isMarker(c)) {
                i++;
                addCharacters(characters);
                pieces.add(new Piece("", Optional.of(fragment.getCode(coded.charAt(i)))));
            } else if (MarkupFile.isHidden(c)) {
                addCharacters(characters);
                pieces.add(new Piece("", Optional.of(hidden(c))));
            } else {
                characters.append(c);
            }
        }
        addCharacters(characters);
    }

    private void addCharacters(StringBuilder characters) {
        if (!characters.isEmpty()) {
            pieces.add(new Piece(characters.toString(), Optional.empty()));
            characters.setLength(0);
        }
    }

    private Code hidden(char c) {
        char shown = MarkupFile.shown(Character.toString(c)).charAt(0);
        var code =
                new Code(
                        TagType.PLACEHOLDER,
                        FormatProblem.codePointName(shown),
                        Character.toString(c));
        code.setId(pieces.size() + 1_000_000);
        return code;
    }

    long codes() {
        return pieces.stream().filter(piece -> piece.code.isPresent()).count();
    }

    private static Optional<Tag> tag(Code code) {
        return new HtmlTags(code.getData()).next();
    }

    /// Programs in a text are left as they are.
    boolean isProgram() {
        return pieces.stream()
                .filter(piece -> piece.is(TagType.OPENING))
                .anyMatch(piece -> piece.code.map(Code::getType).orElse("").equals("code"));
    }

    /// Whether the characters are lines of verse: three or more, each shorter than those of a page.
    boolean isVerse(int lengthMost) {
        int lines = 1;
        int length = 0;
        for (Piece piece : pieces) {
            if (piece.code.map(Code::getType).orElse("").equals(BREAK)) {
                lines++;
                length = 0;
            } else {
                length +=
                        piece.characters
                                .strip()
                                .codePointCount(0, piece.characters.strip().length());
            }
            if (length > lengthMost) {
                return false;
            }
        }
        return lines > 2;
    }

    /// Ids of codes that stand before all characters.
    List<String> idsAhead() {
        var ids = new ArrayList<String>();
        for (Piece piece : pieces) {
            if (!piece.characters.isBlank()) {
                break;
            }
            piece.code
                    .flatMap(HtmlWords::tag)
                    .flatMap(tag -> tag.attribute("id"))
                    .ifPresent(ids::add);
        }
        return ids;
    }

    /// Every id in the paragraph.
    List<String> ids() {
        return pieces.stream()
                .flatMap(piece -> piece.code.stream())
                .flatMap(code -> tag(code).stream())
                .flatMap(tag -> tag.attribute("id").stream())
                .toList();
    }

    List<Link> links() {
        var links = new ArrayList<Link>();
        Map<Integer, Integer> open = new HashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.is(TagType.OPENING)) {
                open.put(piece.code.map(Code::getId).orElse(0), i);
            } else if (piece.is(TagType.CLOSING)) {
                Integer start = open.remove(piece.code.map(Code::getId).orElse(0));
                if (start != null) {
                    link(start, i).ifPresent(links::add);
                }
            }
        }
        return links;
    }

    private Optional<Link> link(int start, int end) {
        Code code = pieces.get(start).code.orElseThrow();
        Optional<Tag> tag = tag(code).filter(found -> found.name().equals("a"));
        if (tag.isEmpty() || tag.get().attribute("href").isEmpty()) {
            return Optional.empty();
        }
        var words = new StringBuilder();
        var ids = new ArrayList<String>();
        tag.get().attribute("id").ifPresent(ids::add);
        for (Piece piece : pieces.subList(start + 1, end)) {
            words.append(piece.characters);
            piece.code
                    .flatMap(HtmlWords::tag)
                    .flatMap(in -> in.attribute("id"))
                    .ifPresent(ids::add);
        }
        if (start > 0 && pieces.get(start - 1).is(TagType.OPENING)) {
            tag(pieces.get(start - 1).code.orElseThrow())
                    .flatMap(around -> around.attribute("id"))
                    .ifPresent(ids::add);
        }
        return Optional.of(new Link(code.getId(), tag.get(), words.toString(), ids));
    }

    /// Makes one code of each stretch that is not to be translated.
    void joinUntouched() {
        for (Piece piece : List.copyOf(pieces)) {
            if (piece.is(TagType.OPENING)
                    && piece.code
                            .flatMap(HtmlWords::tag)
                            .flatMap(tag -> tag.attribute("translate"))
                            .filter("no"::equals)
                            .isPresent()) {
                join(piece.code.map(Code::getId).orElse(0), UNTOUCHED);
            }
        }
    }

    /// Makes one code of a link, and of a raised stretch that holds nothing else.
    void join(int id, String type) {
        int start = place(id, TagType.OPENING);
        int end = place(id, TagType.CLOSING);
        if (start < 0 || end < start) {
            return;
        }
        if (start > 0
                && end + 1 < pieces.size()
                && isRaised(pieces.get(start - 1))
                && pieces.get(end + 1).is(TagType.CLOSING)
                && sameId(pieces.get(start - 1), pieces.get(end + 1))) {
            start--;
            end++;
        }
        var fragment = new TextFragment();
        pieces.subList(start, end + 1).forEach(piece -> append(fragment, piece));
        var joined = new Code(TagType.PLACEHOLDER, type, HtmlText.of(fragment, true));
        joined.setId(pieces.get(start).code.map(Code::getId).orElse(id));
        pieces.subList(start, end + 1).clear();
        pieces.add(start, new Piece("", Optional.of(joined)));
    }

    private int place(int id, TagType tag) {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).is(tag) && pieces.get(i).code.map(Code::getId).orElse(0) == id) {
                return i;
            }
        }
        return NOWHERE;
    }

    private static boolean isRaised(Piece piece) {
        return piece.is(TagType.OPENING)
                && Set.of("sup", "small").contains(piece.code.map(Code::getType).orElse(""));
    }

    private static boolean sameId(Piece one, Piece other) {
        return one.code.map(Code::getId).equals(other.code.map(Code::getId));
    }

    private static void append(TextFragment fragment, Piece piece) {
        piece.code.ifPresentOrElse(
                code -> fragment.append(code.clone()), () -> fragment.append(piece.characters));
    }

    /// As a browser shows it (CSS Text 3, §4.1.1): blanks, tabs and line ends together are one
    /// blank, also across codes, and nothing around a break.
    ///
    /// @param isPre whether white space is shown as it stands
    TextFragment shown(boolean isPre) {
        var fragment = new TextFragment();
        boolean isBlank = false;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.code.isPresent()) {
                boolean isBreak = piece.code.get().getType().equals(BREAK);
                isBlank = isBreak || isBlank;
                fragment.append(piece.code.get().clone());
            } else if (isPre) {
                fragment.append(piece.characters.replace("\r\n", "\n").replace('\r', '\n'));
            } else {
                isBlank = append(fragment, piece.characters, isBlank, isBreakBehind(i));
            }
        }
        return fragment;
    }

    private boolean isBreakBehind(int i) {
        return i + 1 < pieces.size()
                && pieces.get(i + 1).code.map(Code::getType).orElse("").equals(BREAK);
    }

    private static boolean append(
            TextFragment fragment, String characters, boolean afterBlank, boolean isBreakBehind) {
        boolean isBlank = afterBlank;
        var collapsed = new StringBuilder();
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            boolean isWhite = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
            if (!isWhite) {
                collapsed.append(c);
            } else if (!isBlank) {
                collapsed.append(' ');
            }
            isBlank = isWhite;
        }
        fragment.append(
                isBreakBehind ? collapsed.toString().stripTrailing() : collapsed.toString());
        return isBlank;
    }
}

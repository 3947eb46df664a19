package org.bargardan.text.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.bargardan.text.repair.Edits.Added;
import org.bargardan.text.repair.Edits.Change;
import org.jspecify.annotations.Nullable;

/// A text as the rules before left it, and what is known about it. Places are UTF-16 code units.
public final class Draft {

    private final String text;
    private final String language;
    private final RepairStyle style;
    private final PersianLexicon lexicon;

    /// Absent until asked for.
    private @Nullable List<Line> lines;

    /// Absent until asked for.
    private @Nullable Protected protectedParts;

    /// Absent until asked for.
    private @Nullable Words words;

    /// Absent until asked for.
    private @Nullable Layout layout;

    /// The characters of verse; absent until asked for.
    private @Nullable BitSet verse;

    /// The same as rules before saw it, whose changes of lines may have made verse of other lines;
    /// absent where none asked.
    private @Nullable BitSet verseBefore;

    Draft(String text, String language, RepairStyle style, PersianLexicon lexicon) {
        this.text = text;
        this.language = language;
        this.style = style;
        this.lexicon = lexicon;
    }

    /// The draft that a rule's changes leave. What is protected stays so, unless lines changed or
    /// something moved: then it is looked for anew.
    Draft after(List<Change> changes, String newText) {
        var next = new Draft(newText, language, style, lexicon);
        next.words = words == null ? null : words.after(changes, newText);
        if (!changes.stream().allMatch(Draft::movesNothing)) {
            return next;
        }
        var seen = verse == null ? verseBefore : verse;
        next.verseBefore = seen == null ? null : shifted(seen, changes);
        if (changes.stream().allMatch(this::staysInLine)) {
            next.verse = verse == null ? null : next.verseBefore;
            if (protectedParts != null) {
                next.protectedParts = protectedParts.shifted(changes, newText);
            }
        }
        return next;
    }

    /// Another text of the same language and style.
    Draft another(String otherText) {
        return new Draft(otherText, language, style, lexicon);
    }

    /// The same text, of which nothing is known yet.
    Draft unseen() {
        return new Draft(text, language, style, lexicon);
    }

    /// Whether what was verse before the changes is not now, or the other way round.
    boolean hasOtherVerseNow() {
        var seen = verse == null ? verseBefore : verse;
        return seen != null && !seen.equals(Verse.in(text));
    }

    private static boolean movesNothing(Change change) {
        return change.pieces().stream().allMatch(Added.class::isInstance);
    }

    private boolean staysInLine(Change change) {
        for (var piece : change.pieces()) {
            if (((Added) piece).text().indexOf('\n') >= 0) {
                return false;
            }
        }
        int lineBreak = text.indexOf('\n', change.from(), change.to());
        return lineBreak < 0;
    }

    /// The same places after changes; what replaces something is as that was.
    static BitSet shifted(BitSet places, List<Change> changes) {
        if (places.isEmpty()) {
            return places;
        }
        var shifted = new BitSet();
        int next = 0;
        int shift = 0;
        for (int from = places.nextSetBit(0); from >= 0; ) {
            int to = places.nextClearBit(from);
            for (; next < changes.size() && changes.get(next).to() <= from; next++) {
                shift += changes.get(next).growth();
            }
            int start = from + shift;
            for (; next < changes.size() && changes.get(next).to() <= to; next++) {
                shift += changes.get(next).growth();
            }
            shifted.set(start, Math.max(start, to + shift));
            from = places.nextSetBit(to);
        }
        return shifted;
    }

    public String text() {
        return text;
    }

    /// BCP 47 primary subtag.
    public String language() {
        return language;
    }

    public RepairStyle style() {
        return style;
    }

    public PersianLexicon lexicon() {
        return lexicon;
    }

    /// All lines without their breaks, empty ones too.
    public List<Line> lines() {
        if (lines == null) {
            var found = new ArrayList<Line>();
            int start = 0;
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) == '\n') {
                    found.add(new Line(start, i));
                    start = i + 1;
                }
            }
            found.add(new Line(start, text.length()));
            lines = List.copyOf(found);
        }
        return lines;
    }

    /// Whether anything in the text is protected.
    boolean hasProtected() {
        return protectedParts().isAny();
    }

    /// Whether what stands here is quoted Arabic, verse, or of another language of the same script,
    /// which Persian spelling does not concern.
    public boolean isProtected(int at) {
        return isForeign(at) || isVerse(at);
    }

    /// The same without verse, the letters of which are Persian.
    boolean isForeign(int at) {
        return protectedParts().covers(at);
    }

    boolean isVerse(int at) {
        if (verse == null) {
            verse = Verse.in(text);
        }
        return verse.get(at);
    }

    private Protected protectedParts() {
        if (protectedParts == null) {
            protectedParts = Protected.in(text, lexicon);
        }
        return protectedParts;
    }

    Words words() {
        if (words == null) {
            words = Words.of(text);
        }
        return words;
    }

    /// How the lines make up paragraphs.
    Layout layout() {
        if (layout == null) {
            layout = Layout.of(text, language);
        }
        return layout;
    }

    public String text(Line line) {
        return text.substring(line.start(), line.end());
    }

    public boolean isBlank(Line line) {
        for (int i = line.start(); i < line.end(); i++) {
            if (!Letters.isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// From its first character to its line break, which is not part of it.
    public record Line(int start, int end) {}
}

package org.bargardan.text.repair;

import static org.bargardan.text.repair.Letters.isArabic;

import java.util.List;
import org.bargardan.text.repair.RuleHelp.Example;

/// Kashida that a PDF's font gave out as the Latin letter P.
///
/// The letter stands inside words, doubled as often as the line needed stretching; the name of a
/// person or a party may begin with the same letter right after a Persian word.
final class LatinKashida implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "kashida-as-p",
                    RuleHelp.FOR_PERSIAN,
                    "Takes away the Latin P that stands for a stretched stroke (kashida).",
                    "حرف لاتین P را که به جای کشیده نشسته است برمی‌دارد.",
                    List.of(
                            Example.of("کPPتاب بPه دسPت", "کتاب به دست"),
                            Example.of("سPايرPaul", "سايرPaul"),
                            Example.untouched("حزب K.G.P و PTT")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public Evidence evidence(Draft draft) {
        var text = draft.text();
        int words = 0;
        int stretched = 0;
        boolean inWord = false;
        boolean isStretched = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (isArabic(c)) {
                inWord = true;
            } else if (inWord && c == 'P' && touchesArabic(text, i)) {
                isStretched = true;
            } else if (inWord && !Letters.isWordPart(c)) {
                words++;
                stretched += isStretched ? 1 : 0;
                inWord = false;
                isStretched = false;
            }
        }
        return Evidence.share(
                stretched, words, 0.02, "words hold a Latin P", "واژه‌ها P لاتین دارند");
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        for (int i = text.indexOf('P'); i >= 0; i = text.indexOf('P', i)) {
            int end = i;
            while (end < text.length() && text.charAt(end) == 'P') {
                end++;
            }
            // The last P of a run begins a Latin word.
            int kashidaEnd = end < text.length() && startsLatinWord(text, end) ? end - 1 : end;
            if (kashidaEnd > i && isKashida(text, i, end)) {
                edits.delete(i, kashidaEnd);
                if (beginsAWord(text, i, kashidaEnd)) {
                    flagLine(text, i, edits);
                }
            }
            i = end;
        }
    }

    /// No stroke comes before the first letter: the pieces between strokes were put in disorder.
    private static boolean beginsAWord(String text, int from, int to) {
        return to < text.length()
                && isArabic(text.charAt(to))
                && (from == 0 || Character.isWhitespace(text.charAt(from - 1)));
    }

    private static void flagLine(String text, int at, Edits edits) {
        int end = text.indexOf('\n', at);
        edits.flag(
                text.lastIndexOf('\n', at) + 1,
                end < 0 ? text.length() : end,
                Flag.Reason.SCRAMBLED_LINE);
    }

    // At the edge of a piece that stands apart the stroke has a letter on one side only, or on
    // none.
    private static boolean isKashida(String text, int from, int to) {
        boolean arabicBefore = from > 0 && Letters.isWordPart(text.charAt(from - 1));
        boolean arabicAfter = to < text.length() && Letters.isWordPart(text.charAt(to));
        boolean latinBefore = from > 0 && isLatinOrDot(text.charAt(from - 1));
        boolean latinAfter = to < text.length() && isLatinOrDot(text.charAt(to));
        if (arabicBefore || arabicAfter) {
            return true;
        }
        return !latinBefore && !latinAfter;
    }

    private static boolean startsLatinWord(String text, int at) {
        char c = text.charAt(at);
        return c >= 'a' && c <= 'z' || Letters.isLatin(c) && !Character.isUpperCase(c);
    }

    private static boolean isLatinOrDot(char c) {
        return Letters.isLatin(c) || c == '.';
    }

    private static boolean touchesArabic(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == 'P') {
            end++;
        }
        return end < text.length() && isArabic(text.charAt(end));
    }
}

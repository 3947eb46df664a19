package org.bargardan.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// The words of a text by Unicode's rules (ICU, UAX #29 §4), where a ZWNJ parts no word.
final class Words {

    private Words() {}

    /// Every piece: words, spaces and punctuation; joined they are the text.
    static List<String> pieces(String text, String language) {
        return pieces(text, language, _ -> true);
    }

    /// Words and numbers only.
    static List<String> of(String text, String language) {
        return pieces(text, language, status -> status >= BreakIterator.WORD_NONE_LIMIT);
    }

    private static List<String> pieces(String text, String language, IntPredicate wanted) {
        var boundaries = BreakIterator.getWordInstance(ULocale.forLanguageTag(language));
        boundaries.setText(text);
        var pieces = new ArrayList<String>();
        int start = boundaries.first();
        for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
            if (wanted.test(boundaries.getRuleStatus())) {
                pieces.add(text.substring(start, end));
            }
            start = end;
        }
        return pieces;
    }
}

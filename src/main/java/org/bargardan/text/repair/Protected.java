package org.bargardan.text.repair;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.bargardan.text.repair.Edits.Change;

/// The stretches of a Persian text in which its spelling does not count: quoted Arabic, and
/// Kurdish, Urdu or Pashto.
///
/// - **Arabic**: at least two words near each other that only Arabic writes so (الـ before what is
///   no Persian word, ة, an initial أ or إ, several vowel signs, its commonest particles), more of
///   them than not, with no Persian word between them; and whatever stands in ﴿ornate brackets﴾.
/// - **Others**: words with letters of their own, and the words about them.
/// - What tells a stretch is never a letter that a rule would fold, so repair sees the same
///   stretches again in what it has mended.
final class Protected {

    private static final Set<String> PARTICLES =
            Set.of(
                    "فی", "الله", "لله", "بالله", "والله", "الذی", "التی", "الذین", "هذا", "هذه",
                    "ذلک", "قال", "لم", "لن", "ثم", "صلی", "علیهم", "علیها", "علیکم", "وسلم", "إنا",
                    "ایها", "لکم", "لهم", "منکم", "منهم", "انما", "انی", "بسم");
    private static final Set<String> PERSIAN_WORDS =
            Set.of(
                    "را", "از", "به", "در", "که", "است", "این", "آن", "با", "برای", "تا", "بر",
                    "می", "نیز", "هم", "شد", "بود", "کرد", "شده", "ها", "های", "خود", "یک", "گفت");
    private static final String FOREIGN = "ٹڈڑںۆێۊڕڵټډړږښڼځڅݢڭۋۅۇ";
    private static final String FOREIGN_OR_ALIKE = FOREIGN + "ہھەےۍېۃۂ";

    /// First letters of the particles, and of words with the article.
    private static final String FIRST_OF_ARABIC = "افلبوهذقثصعمکك";

    private static final int NEAR = 2;

    /// How far a phrase and a bracket reach at most.
    private static final int REACH = 400;

    private static final int BRACKETED = 4_000;

    private final PersianLexicon lexicon;
    private final String text;
    private final BitSet covered = new BitSet();

    // The stretch being read: words since its beginning, and where the last telling one ended.
    private int from = -1;
    private int to;
    private int telling;
    private int words;
    private int wordsSince;

    private Protected(String text, PersianLexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
    }

    static Protected in(String text, PersianLexicon lexicon) {
        var found = new Protected(text, lexicon);
        found.read();
        return found;
    }

    /// The same stretches after changes that moved nothing.
    Protected shifted(List<Change> changes, String newText) {
        var shifted = new Protected(newText, lexicon);
        shifted.covered.or(Draft.shifted(covered, changes));
        return shifted;
    }

    boolean isAny() {
        return !covered.isEmpty();
    }

    boolean covers(int at) {
        return covered.get(at);
    }

    private void read() {
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (Letters.isWordPart(c)) {
                int end = i + 1;
                while (end < text.length() && isOfWord(text.charAt(end))) {
                    end++;
                }
                readWord(i, end);
                i = end;
                continue;
            }
            if (c == '﴿' || c == '﴾') {
                coverBracketed(i, c == '﴿' ? '﴾' : '﴿');
            }
            if (!Letters.isSpace(c) && c != '،') {
                endStretch();
            }
            i++;
        }
        endStretch();
    }

    private void readWord(int start, int end) {
        if (isForeign(start, end)) {
            coverForeign(start, end);
        } else if (isArabic(start, end)) {
            if (from < 0) {
                from = start;
                telling = 0;
                words = 0;
            }
            telling++;
            words += wordsSince + 1;
            wordsSince = 0;
            to = end;
            return;
        }
        if (from >= 0 && (++wordsSince > NEAR || isPersian(start, end))) {
            endStretch();
        }
        if (from < 0) {
            wordsSince = 0;
        }
    }

    private static boolean isOfWord(char c) {
        return Letters.isWordPart(c) || JoinerStandIns.isStandIn(c);
    }

    private void endStretch() {
        if (from >= 0 && telling > 1 && telling * 2 > words) {
            covered.set(before(from), after(to));
        }
        from = -1;
        wordsSince = 0;
    }

    // A neighbour that Persian does not know belongs to it as well.
    private int before(int at) {
        int end = at;
        while (end > 0 && Letters.isSpace(text.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && Letters.isWordPart(text.charAt(start - 1))) {
            start--;
        }
        return start < end && isUnknown(start, end) ? start : at;
    }

    private int after(int at) {
        int start = at;
        while (start < text.length() && Letters.isSpace(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && Letters.isWordPart(text.charAt(end))) {
            end++;
        }
        return start < end && isUnknown(start, end) ? end : at;
    }

    private boolean isUnknown(int start, int end) {
        return !isPersian(start, end) && !lexicon.lists(folded(start, end));
    }

    private boolean isArabic(int start, int end) {
        char first = text.charAt(start);
        if (first == 'إ' || first == 'أ' || text.charAt(end - 1) == 'ة') {
            return true;
        }
        int signs = 0;
        int letters = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if ("پچژگ\u200C".indexOf(c) >= 0 || JoinerStandIns.isStandIn(c)) {
                return false;
            }
            if (c >= '\u064B' && c <= '\u0652' && c != '\u0651') {
                signs++;
            } else if (Letters.isArabic(c)) {
                letters++;
            }
        }
        if (signs >= 2 && signs * 3 >= letters) {
            return true;
        }
        if (letters < 2
                || letters > 12
                || Letters.isArabic(first) && FIRST_OF_ARABIC.indexOf(first) < 0) {
            return false;
        }
        var word = folded(start, end);
        return PARTICLES.contains(word)
                || hasArticle(word) && !lexicon.lists(word) && !lexicon.knows(word);
    }

    private static boolean hasArticle(String word) {
        int at = word.length() > 1 && "وفبلک".indexOf(word.charAt(0)) >= 0 ? 1 : 0;
        return word.startsWith("ال", at) && word.length() - at >= 5;
    }

    private boolean isPersian(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if ("پچژگ\u200C".indexOf(c) >= 0 || JoinerStandIns.isStandIn(c)) {
                return true;
            }
        }
        return end - start < 5 && PERSIAN_WORDS.contains(folded(start, end));
    }

    private String folded(int start, int end) {
        var word = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Letters.isArabic(c)) {
                word.append(c == 'ي' || c == 'ى' ? 'ی' : c == 'ك' ? 'ک' : c);
            }
        }
        return word.toString();
    }

    private boolean isForeign(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= '\u0671' && FOREIGN.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// The words about one with foreign letters, to the next mark on either side, are of its
    /// language if one in three has such letters, or letters that are like Persian ones.
    private void coverForeign(int start, int end) {
        if (covered.get(start)) {
            return;
        }
        covered.set(start, end);
        int low = start;
        while (low > 0 && start - low < REACH && isOfPhrase(text.charAt(low - 1))) {
            low--;
        }
        int high = end;
        while (high < text.length() && high - end < REACH && isOfPhrase(text.charAt(high))) {
            high++;
        }
        int all = 0;
        int foreign = 0;
        for (int i = low; i < high; ) {
            int next = i;
            boolean has = false;
            while (next < high && Letters.isWordPart(text.charAt(next))) {
                has |= FOREIGN_OR_ALIKE.indexOf(text.charAt(next)) >= 0;
                next++;
            }
            if (next > i) {
                all++;
                foreign += has ? 1 : 0;
            }
            i = next + 1;
        }
        if (foreign > 1 && foreign * 3 >= all) {
            covered.set(low, high);
        }
    }

    private static boolean isOfPhrase(char c) {
        return c == ' ' || c == '،' || Letters.isWordPart(c);
    }

    private void coverBracketed(int at, char other) {
        int last = Math.min(text.length(), at + BRACKETED);
        for (int i = at + 1; i < last && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == other) {
                covered.set(at, i + 1);
                return;
            }
        }
    }
}

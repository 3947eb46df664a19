package org.bargardan.text.repair;

import java.util.ArrayList;
import java.util.List;

/// The endings of Persian words as the word list classes them, and how each is put on.
///
/// The list's affix file names classes by two letters, `sa` to `sv` and `pa`; here each is a bit.
/// In every class any ending may follow any word that bears the class, without conditions.
final class PersianEndings {

    /// Takes م، ت، ش، مان، تان، شان without a joiner.
    static final int POSSESSIVE = bit('a');

    /// Ends in a silent heh or a yeh and takes them behind a joiner: ‌ام، ‌ات، ‌اش.
    static final int POSSESSIVE_APART = bit('c');

    static final int PLURAL_CLOSE = bit('d') | bit('e') | bit('f');
    static final int PLURAL_APART = bit('g') | bit('h') | bit('i');
    static final int PLURAL = PLURAL_CLOSE | PLURAL_APART;
    static final int EZAFE_APART = bit('k');
    static final int INDEFINITE_APART = bit('m');
    static final int COPULA_APART = bit('p');
    static final int COMPARATIVE_CLOSE = bit('t');
    static final int COMPARATIVE_APART = bit('u');
    static final int COMPARATIVE = COMPARATIVE_CLOSE | COMPARATIVE_APART;

    /// Takes the prefix بی‌.
    static final int WITHOUT = 1 << 30;

    /// Of a noun with a silent heh, or of a participle.
    static final int AFTER_SILENT_HEH =
            POSSESSIVE_APART | EZAFE_APART | INDEFINITE_APART | COPULA_APART;

    static final List<String> PLURALS =
            List.of(
                    "ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان",
                    "هاست", "هایند", "هائی", "هایشون", "هایمون", "هایتون", "هاشان", "هامان",
                    "هاتان", "هاشون", "هامون", "هاتون", "هاش", "هام", "هات");

    static final List<String> COMPARATIVES =
            List.of(
                    "تر",
                    "ترین",
                    "تری",
                    "ترها",
                    "ترهای",
                    "ترینها",
                    "ترینهای",
                    "ترینشان",
                    "ترینش",
                    "ترند",
                    "ترم",
                    "ترش",
                    "ترینم",
                    "ترینهایش",
                    "ترینهایشان",
                    "ترینی");

    /// What may follow an ending-less word at once: the ending, and the classes that allow it.
    private static final List<Ending> CLOSE = new ArrayList<>();

    static {
        add("a", "م ت ش مان تان شان");
        add("b", "یم یت یش یمان یتان یشان");
        add("d", "ها های هایی");
        add("e", "هایم هایت هایش هایمان هایتان هایشان");
        add("f", "هاست");
        add("j", "ان انی انم انت انش انمان انتان انشان");
        add("l", "ی");
        add("n", "یی");
        add("o", "م ی ست یم ید ند");
        add("q", "یم یی ست ییم یید یند");
        add("r", "م ی یم ید ند");
        add("t", "تر ترین تری ترها ترهای ترم ترند ترست ترین‌ها ترین‌های ترین‌هایی ترینم ترینند");
        add("v", "ی");
    }

    private PersianEndings() {}

    /// The bits of the classes that a line of the word list names from here on.
    static int classes(String line, int from) {
        int classes = 0;
        for (int i = from; i + 1 < line.length(); i += 2) {
            char kind = line.charAt(i);
            char name = line.charAt(i + 1);
            if (kind == 's' && name >= 'a' && name <= 'v') {
                classes |= bit(name);
            } else if (kind == 'p' && name == 'a') {
                classes |= WITHOUT;
            }
        }
        return classes;
    }

    /// Whether it stands behind words, perhaps behind a space, and is none itself.
    static boolean isEnding(String piece) {
        return PLURALS.contains(piece)
                || COMPARATIVES.contains(piece)
                || PersianVerbs.CLITICS.contains(piece) && !piece.equals("است");
    }

    static List<Ending> close() {
        return CLOSE;
    }

    private static void add(String classNames, String endings) {
        for (var ending : endings.split(" ")) {
            CLOSE.add(new Ending(ending, bit(classNames.charAt(0))));
        }
    }

    private static int bit(char name) {
        return 1 << name - 'a';
    }

    /// - **classes**: bits of those that allow it.
    record Ending(String text, int classes) {}
}

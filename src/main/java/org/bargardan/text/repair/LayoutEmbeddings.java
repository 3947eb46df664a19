package org.bargardan.text.repair;

import java.util.ArrayList;
import java.util.List;
import org.bargardan.text.repair.Edits.Kept;
import org.bargardan.text.repair.Edits.Piece;
import org.bargardan.text.repair.RuleHelp.Example;

/// Embeddings by which a program that takes text out of PDF files keeps its lines looking as they
/// did: numbers, marks and Latin stand in them as seen from left to right, spaces too.
///
/// Read from right to left, what an embedding holds comes in the opposite order; numbers and Latin
/// words are in order themselves, and brackets are the right ones. Then the controls may go, since
/// a Persian paragraph runs from right to left without them (UAX #9, X2 to X8).
final class LayoutEmbeddings implements RepairRule {

    private static final char RIGHT_TO_LEFT = '\u202B';
    private static final char LEFT_TO_RIGHT = '\u202A';
    private static final char POP = '\u202C';

    private static final RuleHelp HELP =
            new RuleHelp(
                    "layout-embeddings",
                    RuleHelp.FOR_PERSIAN,
                    "Puts marks and numbers in reading order that a PDF program embedded in marks of"
                            + " direction, and takes those away.",
                    "نشانه‌ها و عددهایی را که برنامه‌ی پی‌دی‌اف در نویسه‌های جهت گذاشته است به ترتیب"
                            + " خواندن می‌آورد و آن نویسه‌ها را برمی‌دارد.",
                    List.of(
                            Example.of(
                                    "\u202Bبه \u202A ۴۰\u202Cسال رفت\u202A ،\u202Cاز شهر\u202A.\u202C\u202C",
                                    "به ۴۰ سال رفت، از شهر."),
                            Example.of("\u202Bدر \u202A)CIS( \u202C بود\u202C", "در  (CIS) بود"),
                            Example.untouched("متن بی‌نشان ۱۲ است.")));

    private static final int LEAST = 3;

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public Evidence evidence(Draft draft) {
        var text = draft.text();
        int found = 0;
        for (int i = text.indexOf(LEFT_TO_RIGHT); i >= 0; i = text.indexOf(LEFT_TO_RIGHT, i + 1)) {
            int end = end(text, i);
            found += end > 0 && !holdsPersian(text, i, end) ? 1 : 0;
        }
        return Evidence.count(
                found, LEAST, "embeddings hold marks or numbers", "جاسازی جهت نشانه یا عدد دارند");
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == RIGHT_TO_LEFT || c == POP) {
                edits.delete(i, i + 1);
            } else if (c == LEFT_TO_RIGHT) {
                int end = end(text, i);
                if (end < 0 || holdsPersian(text, i, end)) {
                    edits.delete(i, i + 1);
                } else {
                    edits.rearrange(i, end + 1, turned(text, i + 1, end));
                    i = end;
                }
            }
        }
    }

    /// Where the embedding ends, at its control or before the line's end; -1 if another begins.
    private static int end(String text, int from) {
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == POP) {
                return i;
            }
            if (c == '\n' || c == LEFT_TO_RIGHT || c == RIGHT_TO_LEFT) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean holdsPersian(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Letters.isArabic(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static List<Piece> turned(String text, int from, int to) {
        var pieces = new ArrayList<Piece>();
        for (int at = from; at < to; ) {
            int start = at;
            char c = text.charAt(at);
            if (Letters.isLatin(c) || Letters.isDigit(c)) {
                at = endOfRun(text, at, to);
                pieces.add(new Kept(start, at));
                continue;
            }
            at++;
            pieces.add(new Kept(start, at));
        }
        return pieces.reversed();
    }

    /// Latin words and numbers with what stands between them.
    private static int endOfRun(String text, int from, int to) {
        int last = from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Letters.isLatin(c) || Letters.isDigit(c)) {
                last = i;
            } else if (" .,:;/-'’&@_%+".indexOf(c) < 0) {
                break;
            }
        }
        return last + 1;
    }
}

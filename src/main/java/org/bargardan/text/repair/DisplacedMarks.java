package org.bargardan.text.repair;

import java.util.ArrayList;
import java.util.List;
import org.bargardan.text.repair.Draft.Line;
import org.bargardan.text.repair.Edits.Added;
import org.bargardan.text.repair.Edits.Kept;
import org.bargardan.text.repair.Edits.Piece;
import org.bargardan.text.repair.RuleHelp.Example;

/// Marks of a line's end that stand at its beginning, and the other way round.
///
/// A renderer that takes the paragraph for left-to-right puts what has no direction of its own at
/// the wrong edge of each line; it stands there unmirrored.
final class DisplacedMarks implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "displaced-marks",
                    RuleHelp.FOR_PERSIAN,
                    "Puts marks and day numbers back to the end of the line from which they came.",
                    "نشانه‌ها و شماره‌ی روزها را به سرِ درستِ خط برمی‌گرداند.",
                    List.of(
                            Example.of(".هوا سرد بود", "هوا سرد بود."),
                            Example.of("»چرا نیامدی؟«", "«چرا نیامدی؟»"),
                            Example.of("».بله، آمدم«", "«بله، آمدم.»"),
                            Example.of("نوامبر ۱۹۱۷ در شهر۱۴", "۱۴ نوامبر ۱۹۱۷ در شهر"),
                            Example.untouched("«بله، آمدم.»"),
                            Example.untouched("... و رفت")));

    /// Leading marks that end something.
    private static final String ENDING = ".،:؛!؟…»)]-–—";

    /// Trailing marks that begin something.
    private static final String BEGINNING = "«([-–—";

    private static final List<String> AFTER_A_DAY =
            List.of(
                    "ژانویه",
                    "فوریه",
                    "مارس",
                    "آوریل",
                    "آپریل",
                    "مه",
                    "می",
                    "ژوئن",
                    "ژوئیه",
                    "جولای",
                    "اوت",
                    "آگوست",
                    "سپتامبر",
                    "اکتبر",
                    "نوامبر",
                    "دسامبر",
                    "فروردین",
                    "اردیبهشت",
                    "خرداد",
                    "تیر",
                    "مرداد",
                    "شهریور",
                    "مهر",
                    "آبان",
                    "آذر",
                    "دی",
                    "بهمن",
                    "اسفند",
                    "تا");

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public Evidence evidence(Draft draft) {
        return linesBeginningWithAnEnd(draft, 0.01);
    }

    /// How many lines begin with a mark that can only end something: no text read in order does so.
    static Evidence linesBeginningWithAnEnd(Draft draft, double threshold) {
        int lines = 0;
        int displaced = 0;
        for (var line : draft.lines()) {
            if (!draft.isBlank(line)) {
                lines++;
                displaced += beginsWithAnEnd(draft.text(), line) ? 1 : 0;
            }
        }
        return Evidence.share(
                displaced,
                lines,
                threshold,
                "lines begin with a mark that ends something",
                "خط‌ها با نشانه‌ی پایان آغاز می‌شوند");
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var lines = draft.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (!draft.isBlank(lines.get(i))) {
                mend(draft.text(), lines.get(i), edits);
            }
        }
    }

    private static void mend(String text, Line line, Edits edits) {
        int from = firstText(text, line);
        int to = lastText(text, line);
        int leadEnd = from;
        while (leadEnd < to && isOrSpace(text.charAt(leadEnd), ENDING)) {
            leadEnd++;
        }
        int tailStart = to;
        while (tailStart > leadEnd && isOrSpace(text.charAt(tailStart - 1), BEGINNING)) {
            tailStart--;
        }
        if (isHyphen(text, tailStart, to)) {
            tailStart = to;
        }
        if (leadEnd >= tailStart || isEllipsis(text, from, leadEnd)) {
            return;
        }
        int day = dayAtEnd(text, leadEnd, tailStart);
        if (from == leadEnd && to == tailStart && day < 0) {
            return;
        }
        var pieces = new ArrayList<Piece>();
        pieces.add(new Kept(line.start(), from));
        addReversed(text, tailStart, to, pieces);
        if (day >= 0) {
            pieces.add(new Kept(day, tailStart));
            pieces.add(new Added(" "));
        }
        int textEnd = day < 0 ? tailStart : day;
        pieces.add(new Kept(leadEnd, textEnd));
        addReversed(text, from, leadEnd, pieces);
        pieces.add(new Kept(to, line.end()));
        edits.rearrange(line.start(), line.end(), pieces);
    }

    /// Whether the end of a line is the hyphen of a word that goes on in the next.
    private static boolean isHyphen(String text, int from, int to) {
        return to - from == 1
                && "-–—".indexOf(text.charAt(from)) >= 0
                && Letters.isWordPart(text.charAt(from - 1));
    }

    // Several marks were laid out one after the other from the other side. A dash stands apart.
    private static void addReversed(String text, int from, int to, List<Piece> pieces) {
        boolean leading = !pieces.isEmpty() && pieces.size() > 1;
        for (int i = to - 1; i >= from; i--) {
            char c = text.charAt(i);
            if (Letters.isSpace(c)) {
                continue;
            }
            boolean dash = "-–—".indexOf(c) >= 0;
            if (dash && leading && !isHyphenOfNext(text, i)) {
                pieces.add(new Added(" "));
            }
            pieces.add(new Kept(i, i + 1));
            if (dash && !leading) {
                pieces.add(new Added(" "));
            }
        }
    }

    private static boolean isHyphenOfNext(String text, int at) {
        return text.charAt(at) == '-' && Letters.isWordPart(text.charAt(at + 1));
    }

    /// Where a number of one or two digits at the end begins, if the line goes on with a month.
    private static int dayAtEnd(String text, int from, int to) {
        int at = to;
        while (at > from && Letters.isDigit(text.charAt(at - 1))) {
            at--;
        }
        int digits = to - at;
        if (digits < 1 || digits > 2 || at == from) {
            return -1;
        }
        int day = Integer.parseInt(text.substring(at, to));
        return day >= 1 && day <= 31 && AFTER_A_DAY.contains(firstWord(text, from, to)) ? at : -1;
    }

    private static String firstWord(String text, int from, int to) {
        int end = from;
        while (end < to && Letters.isWordPart(text.charAt(end))) {
            end++;
        }
        return BareWord.of(text.substring(from, end));
    }

    private static boolean beginsWithAnEnd(String text, Line line) {
        int from = firstText(text, line);
        return from < line.end()
                && ".،:؛!؟»)]".indexOf(text.charAt(from)) >= 0
                && !isEllipsis(text, from, Math.min(line.end(), from + 3));
    }

    private static boolean isEllipsis(String text, int from, int to) {
        return text.startsWith("..", from) || to > from && text.charAt(from) == '…';
    }

    private static boolean isOrSpace(char c, String marks) {
        return Letters.isSpace(c) || marks.indexOf(c) >= 0;
    }

    private static int firstText(String text, Line line) {
        int at = line.start();
        while (at < line.end() && Letters.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int lastText(String text, Line line) {
        int at = line.end();
        while (at > line.start() && Letters.isSpace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}

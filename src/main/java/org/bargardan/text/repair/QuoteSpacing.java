package org.bargardan.text.repair;

import java.util.List;
import java.util.stream.IntStream;
import org.bargardan.text.repair.RepairStyle.Quotes;
import org.bargardan.text.repair.RuleHelp.Example;

/// Straight quotation marks, which do not say whether they open or close.
///
/// Within a line they are paired so that what stands beside them speaks against it least (dynamic
/// programming over the line's marks); a mark may also stay alone, so that a forgotten one does not
/// turn all that follow. Then none of a pair has a space inside, and each has one outside.
final class QuoteSpacing implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "quote-spacing",
                    RuleHelp.FOR_PERSIAN,
                    "Pairs straight quotation marks and puts their spaces outside.",
                    "گیومه‌های راست را جفت می‌کند و فاصله‌هایشان را به بیرون می‌برد.",
                    List.of(
                            Example.of("نوشت\" بیا \"و رفت", "نوشت \"بیا\" و رفت"),
                            Example.untouched("از \"جنگ گفت و رفت")));

    private static final double ALONE = 1.4;
    private static final double WRONG = 2;
    private static final double UNLIKELY = 1;
    private static final double EITHER = 0.5;

    /// What each character of a quotation costs, so that of two pairings the shorter one wins.
    private static final double LENGTH = 0.001;

    private static final char ASCII = '"';

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        for (int i = text.indexOf(ASCII); i >= 0; ) {
            int lineEnd = text.indexOf('\n', i);
            lineEnd = lineEnd < 0 ? text.length() : lineEnd;
            var places = places(text, i, lineEnd);
            var roles = roles(text, places);
            for (int q = 0; q < places.length; q++) {
                if (!draft.isProtected(places[q])) {
                    space(draft, places[q], roles[q], edits);
                }
            }
            i = text.indexOf(ASCII, lineEnd);
        }
    }

    private enum Role {
        OPENS,
        CLOSES,
        ALONE
    }

    private static int[] places(String text, int from, int to) {
        return IntStream.range(from, to).filter(i -> text.charAt(i) == ASCII).toArray();
    }

    /// Cheapest roles; state 0 is outside a quotation, 1 inside.
    private static Role[] roles(String text, int[] places) {
        int n = places.length;
        var cost = new double[n + 1][2];
        var chosen = new Role[n + 1][2];
        cost[0][1] = Double.POSITIVE_INFINITY;
        for (int q = 0; q < n; q++) {
            double length = q == 0 ? 0 : (places[q] - places[q - 1]) * LENGTH;
            double opens = cost[q][0] + against(text, places[q], Role.OPENS);
            double closes = cost[q][1] + length + against(text, places[q], Role.CLOSES);
            double outside = cost[q][0] + ALONE;
            double inside = cost[q][1] + length + ALONE;
            chosen[q + 1][0] = closes <= outside ? Role.CLOSES : Role.ALONE;
            cost[q + 1][0] = Math.min(closes, outside);
            chosen[q + 1][1] = opens <= inside ? Role.OPENS : Role.ALONE;
            cost[q + 1][1] = Math.min(opens, inside);
        }
        var roles = new Role[n];
        int state = 0;
        for (int q = n; q > 0; q--) {
            roles[q - 1] = chosen[q][state];
            if (roles[q - 1] != Role.ALONE) {
                state = 1 - state;
            }
        }
        return roles;
    }

    private static double against(String text, int at, Role role) {
        char before = at == 0 ? '\n' : text.charAt(at - 1);
        char after = at + 1 == text.length() ? '\n' : text.charAt(at + 1);
        if (Letters.isDigit(before) && !isGap(after)) {
            return WRONG;
        }
        boolean gapBefore = isGap(before) || before == '(' || before == '[' || before == '«';
        boolean gapAfter = isGap(after) || ".،؛:!؟)]»".indexOf(after) >= 0;
        boolean opens = role == Role.OPENS;
        if (gapBefore == gapAfter) {
            boolean afterColon =
                    before == ':' || at > 1 && before == ' ' && text.charAt(at - 2) == ':';
            boolean afterStop = ".!؟".indexOf(before) >= 0;
            return afterColon
                    ? (opens ? 0 : UNLIKELY)
                    : afterStop ? (opens ? UNLIKELY : 0) : EITHER;
        }
        if (before == ':') {
            return opens ? 0 : UNLIKELY;
        }
        return gapBefore == opens ? 0 : isGap(after) || isGap(before) ? UNLIKELY : WRONG;
    }

    private static void space(Draft draft, int at, Role role, Edits edits) {
        var text = draft.text();
        char before = at == 0 ? '\n' : text.charAt(at - 1);
        char after = at + 1 == text.length() ? '\n' : text.charAt(at + 1);
        boolean guillemets = draft.style().quotes() == Quotes.GUILLEMETS;
        if (role == Role.ALONE) {
            return;
        }
        boolean opens = role == Role.OPENS;
        char outside = opens ? before : after;
        boolean isMissing =
                isOfWord(outside) && (opens || !isEnding(text, at + 1))
                        || (opens ? "،:؛.؟!" : "(").indexOf(outside) >= 0;
        boolean isNeedless = (opens ? after : before) == ' ';
        if (!opens && isNeedless) {
            edits.delete(at - 1, at);
        }
        if (opens && isMissing) {
            edits.insert(at, " ");
        }
        if (guillemets) {
            edits.replace(at, at + 1, opens ? "«" : "»");
        }
        if (opens && isNeedless) {
            edits.delete(at + 1, at + 2);
        }
        if (!opens && isMissing) {
            edits.insert(at + 1, " ");
        }
    }

    // «"نپ"ها» is one word.
    private static boolean isEnding(String text, int at) {
        return at < text.length() && GluedScripts.isEnding(text, at);
    }

    private static boolean isOfWord(char c) {
        return Letters.isArabic(c) || Letters.isMark(c) || Letters.isDigit(c);
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '\n';
    }
}

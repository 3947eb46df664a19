package org.bargardan.text.repair;

import java.util.List;
import org.bargardan.text.repair.RuleHelp.Example;

/// One empty line between two paragraphs, where each line is one.
///
/// That lines are paragraphs is seen from their length, which no page has, or from the final marks
/// they end with. Lines of verse stay together; where it is not certain, nothing is done but to
/// take away what is more than one empty line.
final class ParagraphGaps implements RepairRule {

    private static final int WIDER_THAN_A_PAGE = 150;
    private static final int FEWEST_PAIRS = 3;

    private static final RuleHelp HELP =
            new RuleHelp(
                    "paragraph-gaps",
                    RuleHelp.FOR_BOTH,
                    "Leaves one empty line between two paragraphs, no more and no fewer.",
                    "میان هر دو پاراگراف یک سطر خالی می‌گذارد، نه بیشتر و نه کمتر.",
                    List.of(
                            Example.of(
                                    "باران بند آمد.\n\n\n\nبه راه افتادیم.",
                                    "باران بند آمد.\n\nبه راه افتادیم."),
                            Example.of(
                                    "پدرم آمد.\nچراغ را روشن کرد.\nنشست.\nچیزی نگفت.",
                                    "پدرم آمد.\n\nچراغ را روشن کرد.\n\nنشست.\n\nچیزی نگفت."),
                            Example.untouched("تهران، خیابان بهار\nپلاک ۱۲")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var layout = draft.layout();
        var lines = layout.lines();
        if (lines.size() < 2 || layout.isWrapped()) {
            return;
        }
        boolean areParagraphs = areParagraphs(layout);
        if (draft.text().lastIndexOf('\n', lines.start(0)) >= 0) {
            edits.delete(0, lines.start(0));
        }
        for (int i = 1; i < lines.size(); i++) {
            int from = lines.end(i - 1);
            int to = lines.start(i);
            if (lines.gapBefore(i) > 1) {
                put("\n\n", draft, from, to, edits);
            } else if (lines.gapBefore(i) == 0
                    && areParagraphs
                    && layout.before(i) != Layout.Break.VERSE) {
                put("\n\n", draft, from, to, edits);
            }
        }
        int end = lines.end(lines.size() - 1);
        if (draft.text().indexOf('\n', end) >= 0) {
            put("\n", draft, end, draft.text().length(), edits);
        }
    }

    private static void put(String between, Draft draft, int from, int to, Edits edits) {
        if (to - from != between.length() || !draft.text().startsWith(between, from)) {
            edits.replace(from, to, between);
        }
    }

    // Most of the text stands in lines wider than a page, or most lines end as paragraphs do.
    private static boolean areParagraphs(Layout layout) {
        var lines = layout.lines();
        long inWide = 0;
        long all = 0;
        int pairs = 0;
        int ended = 0;
        for (int i = 0; i < lines.size(); i++) {
            all += lines.width(i);
            inWide += lines.width(i) > WIDER_THAN_A_PAGE ? lines.width(i) : 0;
            if (i > 0 && lines.gapBefore(i) == 0 && layout.before(i) != Layout.Break.VERSE) {
                pairs++;
                ended += lines.endsSentence(i - 1) ? 1 : 0;
            }
        }
        return inWide * 10 >= all * 6 || pairs >= FEWEST_PAIRS && ended * 10 >= pairs * 8;
    }
}

package org.bargardan.text.repair;

import java.util.List;
import org.bargardan.text.repair.RuleHelp.Example;

/// Page numbers, running heads and feet, which stand in the middle of the text they were printed
/// around.
final class PageFurniture implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "page-furniture",
                    RuleHelp.FOR_BOTH,
                    "Takes away page numbers, running heads and feet that interrupt the text.",
                    "شماره‌های صفحه و سرصفحه‌ها و پاصفحه‌هایی را که میان متن افتاده‌اند برمی‌دارد.",
                    List.of(
                            Example.of(
                                    """
                                    The ferry left the old harbour a little after dawn, and nobody on
                                    the deck had slept. The sailors coiled the wet ropes, the cook lit

                                    12

                                    his stove, and the children counted gulls until the coast was only
                                    a thin grey line. By noon the wind had turned, and the captain was
                                    looking at the sky, then at the chart.\
                                    """,
                                    """
                                    The ferry left the old harbour a little after dawn, and nobody on
                                    the deck had slept. The sailors coiled the wet ropes, the cook lit
                                    his stove, and the children counted gulls until the coast was only
                                    a thin grey line. By noon the wind had turned, and the captain was
                                    looking at the sky, then at the chart.\
                                    """),
                            Example.untouched("1\n\nThe first day.\n\n2\n\nThe second day.")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public Evidence evidence(Draft draft) {
        return Evidence.count(
                Furniture.of(draft.layout()).cardinality(),
                1,
                "lines are page numbers, running heads or feet",
                "سطر شمارهٔ صفحه، سرصفحه یا پاصفحه است");
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var layout = draft.layout();
        var lines = layout.lines();
        var furniture = Furniture.of(layout);
        for (int i = furniture.nextSetBit(0); i >= 0; ) {
            int next = furniture.nextClearBit(i);
            if (next >= lines.size()) {
                edits.delete(i == 0 ? 0 : lines.end(i - 1), draft.text().length());
                return;
            }
            if (i == 0) {
                edits.delete(0, lines.start(next));
            } else {
                // As far from each other as lines of one paragraph are, or of two.
                boolean parted = layout.between(i - 1, next) != Layout.Break.NONE;
                int breaks = layout.usualGap() + (parted ? 2 : 1);
                edits.replace(lines.end(i - 1), lines.start(next), "\n".repeat(breaks));
            }
            i = furniture.nextSetBit(next);
        }
    }
}

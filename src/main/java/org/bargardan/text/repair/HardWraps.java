package org.bargardan.text.repair;

import java.util.List;
import org.bargardan.text.repair.RuleHelp.Example;

/// Lines that were broken only because they were full, made paragraphs again.
///
/// How paragraphs are told is [Layout]'s knowledge. What this rule writes has one paragraph in a
/// line, an empty line between two, and verse in lines of its own.
final class HardWraps implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "hard-wraps",
                    RuleHelp.FOR_BOTH,
                    "Joins lines that were broken only because they were full into paragraphs.",
                    "سطرهایی را که فقط به خاطر پر شدن شکسته‌اند به هم می‌پیوندد و پاراگراف می‌سازد.",
                    List.of(
                            Example.of(
                                    """
                                    The ferry left the old harbour a little after dawn, and nobody on
                                    the deck had slept. The sailors coiled the wet ropes, the cook lit
                                    his stove, and the children counted gulls until the coast was only
                                    a thin grey line.

                                    By noon the wind had turned. The captain looked at the sky, then at
                                    the chart, and said nothing for a long while.\
                                    """,
                                    """
                                    The ferry left the old harbour a little after dawn, and nobody on \
                                    the deck had slept. The sailors coiled the wet ropes, the cook lit \
                                    his stove, and the children counted gulls until the coast was only \
                                    a thin grey line.

                                    By noon the wind had turned. The captain looked at the sky, then at \
                                    the chart, and said nothing for a long while.\
                                    """),
                            Example.untouched("First line.\nSecond line.")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public Evidence evidence(Draft draft) {
        var layout = draft.layout();
        int share = layout.isWrapped() ? layout.runOnShare() : 0;
        return Evidence.share(
                share,
                100,
                0.4,
                "lines are full and end in mid-sentence",
                "سطرها پرند و وسط جمله تمام می‌شوند");
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var layout = draft.layout();
        if (!layout.isWrapped() || wouldBeWrappedAgain(draft)) {
            return;
        }
        var lines = layout.lines();
        var text = draft.text();
        for (int i = 1; i < lines.size(); i++) {
            int from = lines.end(i - 1);
            int to = lines.start(i);
            var between = between(layout, i);
            if (to - from != between.length() || !text.startsWith(between, from)) {
                edits.replace(from, to, between);
            }
        }
    }

    // Paragraphs that are as wide as each other, and as a line, were none: nothing was wrapped.
    private static boolean wouldBeWrappedAgain(Draft draft) {
        var layout = draft.layout();
        if (layout.hasWideParagraphs()) {
            return false;
        }
        var lines = layout.lines();
        var joined = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            joined.append(i == 0 ? "" : between(layout, i)).append(lines.text(i));
        }
        return Layout.of(joined.toString(), draft.language()).isWrapped();
    }

    private static String between(Layout layout, int line) {
        return switch (layout.before(line)) {
            case NONE -> joint(layout.lines(), line - 1, line);
            case VERSE -> "\n";
            case PARAGRAPH -> "\n\n";
        };
    }

    /// What stands between the last and the first word of two lines: nothing after a joiner, or
    /// after a hyphen or dash that stands against its word.
    static String joint(TextLines lines, int above, int below) {
        char last = lines.last(above);
        int before = lines.end(above) - 2;
        boolean against =
                before >= lines.start(above)
                        && Character.isLetterOrDigit(lines.text().charAt(before))
                        && Character.isLetterOrDigit(lines.first(below));
        boolean dash = last == '-' || last == '\u2010' || last == '—';
        return last == Letters.ZWNJ || dash && against ? "" : " ";
    }
}

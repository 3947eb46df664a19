package org.bargardan.text.repair;

import java.util.ArrayList;
import java.util.List;
import org.bargardan.text.repair.Edits.Added;
import org.bargardan.text.repair.Edits.Kept;
import org.bargardan.text.repair.Edits.Piece;
import org.bargardan.text.repair.RuleHelp.Example;

/// Footnotes out of the sentence they interrupt, behind the paragraph that refers to them.
///
/// `[^1]: …` is how they are written, whatever they looked like; the mark in the text stays.
final class NotesInText implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "notes-in-text",
                    RuleHelp.FOR_BOTH,
                    "Moves footnotes that stand in the middle of the text behind the paragraph with"
                            + " their mark.",
                    "پانوشت‌هایی را که میان متن افتاده‌اند به پس از پاراگرافی می‌برد که نشانهٔ آن‌ها در آن است.",
                    List.of(
                            Example.of(
                                    """
                                    The ferry left the old harbour1 a little after dawn, and nobody on
                                    the deck had slept. The sailors coiled the wet ropes, the cook lit

                                    1. It was closed in the war and never opened again.

                                    his stove, and the children counted gulls until the coast was only
                                    a thin grey line. By noon the wind had turned, and the captain was
                                    looking at the sky, then at the chart.

                                    The next day nobody spoke of it.\
                                    """,
                                    """
                                    The ferry left the old harbour1 a little after dawn, and nobody on
                                    the deck had slept. The sailors coiled the wet ropes, the cook lit
                                    his stove, and the children counted gulls until the coast was only
                                    a thin grey line. By noon the wind had turned, and the captain was
                                    looking at the sky, then at the chart.

                                    [^1]: It was closed in the war and never opened again.

                                    The next day nobody spoke of it.\
                                    """),
                            Example.untouched("One word,1 and no note.")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public Evidence evidence(Draft draft) {
        return Evidence.count(
                PageNotes.of(draft.layout()).size(),
                1,
                "notes stand in the middle of the text",
                "پانوشت میان متن افتاده است");
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var group = new ArrayList<PageNotes.Body>();
        var bodies = PageNotes.of(draft.layout());
        int lastLine = -1;
        for (var body : bodies) {
            if (!group.isEmpty() && Math.min(body.from() - 1, body.paragraphEnd()) >= lastLine) {
                move(group, draft.layout(), edits);
                group.clear();
            }
            group.add(body);
            lastLine = Math.max(lastLine, Math.max(body.to(), body.paragraphEnd()));
        }
        if (!group.isEmpty()) {
            move(group, draft.layout(), edits);
        }
    }

    // Bodies whose ways cross are moved in one change.
    private static void move(List<PageNotes.Body> bodies, Layout layout, Edits edits) {
        var lines = layout.lines();
        int from = Integer.MAX_VALUE;
        int to = 0;
        for (var body : bodies) {
            from = Math.min(from, Math.min(lines.end(body.from() - 1), placeOf(body, lines)));
            to = Math.max(to, Math.max(endOf(body, lines), placeOf(body, lines)));
        }
        var pieces = new ArrayList<Piece>();
        int at = from;
        int firstLine = bodies.getFirst().from();
        for (var body : bodies) {
            firstLine = Math.min(firstLine, Math.min(body.from() - 1, body.paragraphEnd()));
        }
        for (int line = firstLine; line < lines.size() && at <= to; line++) {
            var cut = cutAfter(line, bodies, layout);
            if (at < lines.end(line)) {
                pieces.add(new Kept(at, lines.end(line)));
                at = lines.end(line);
            }
            for (var body : bodies) {
                if (body.paragraphEnd() == line) {
                    add(body, layout, pieces);
                }
            }
            if (cut >= 0) {
                boolean end = cut == lines.size();
                boolean parted = !end && layout.between(line, cut) != Layout.Break.NONE;
                int breaks = layout.usualGap() + (parted ? 2 : 1);
                pieces.add(new Added(end ? "\n" : "\n".repeat(breaks)));
                at = end ? lines.text().length() : lines.start(cut);
                line = cut - 1;
            } else if (line + 1 < lines.size() && lines.start(line + 1) <= to) {
                pieces.add(new Kept(at, lines.start(line + 1)));
                at = lines.start(line + 1);
            } else {
                break;
            }
        }
        edits.rearrange(from, Math.max(at, to), pieces);
    }

    /// The first line after the bodies that begin after the line; -1 where none does.
    private static int cutAfter(int line, List<PageNotes.Body> bodies, Layout layout) {
        int end = -1;
        for (var body : bodies) {
            if (body.from() == (end < 0 ? line + 1 : end)) {
                end = body.to();
            }
        }
        return end;
    }

    private static int placeOf(PageNotes.Body body, TextLines lines) {
        return lines.end(body.paragraphEnd());
    }

    private static int endOf(PageNotes.Body body, TextLines lines) {
        return body.to() == lines.size() ? lines.text().length() : lines.start(body.to());
    }

    private static void add(PageNotes.Body body, Layout layout, List<Piece> pieces) {
        var lines = layout.lines();
        pieces.add(new Added("\n".repeat(layout.usualGap() + 2)));
        pieces.add(new Added("[^" + body.number() + "]: "));
        pieces.add(new Kept(body.textFrom(), lines.end(body.from())));
        for (int i = body.from() + 1; i < body.to(); i++) {
            var joint = HardWraps.joint(lines, i - 1, i);
            pieces.add(new Added(joint));
            pieces.add(new Kept(lines.start(i), lines.end(i)));
        }
    }
}

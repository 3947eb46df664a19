package org.bargardan.text.repair;

import java.util.List;
import org.bargardan.text.repair.Edits.Kept;
import org.bargardan.text.repair.RuleHelp.Example;

/// Full stops that stand before a word in the middle of a sentence, far from its end.
///
/// The stop of a paragraph's last line is put one line higher, into the line, by the same renderers
/// that displace marks. It goes back to the paragraph's end if nothing ends it there.
final class StrayStops implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "stray-stops",
                    RuleHelp.FOR_PERSIAN,
                    "Puts a full stop that fell into the middle of a sentence back to its end.",
                    "نقطه‌ای را که میان جمله افتاده است به پایان آن برمی‌گرداند.",
                    List.of(
                            Example.of(
                                    "در را ببندید، .اگرچه هوا گرم است و باد\n\nهم می‌آید",
                                    "در را ببندید، اگرچه هوا گرم است و باد\n\nهم می‌آید."),
                            Example.untouched("هوا سرد بود .او رفت")));

    private static final double CERTAINTY = 1;

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        WordModel model = null;
        int done = 0;
        for (int i = text.indexOf(" ."); i >= 0; i = text.indexOf(" .", i + 1)) {
            int stop = i + 1;
            if (stop < done
                    || stop + 1 >= text.length()
                    || !Letters.isArabic(text.charAt(stop + 1))) {
                continue;
            }
            if (model == null) {
                model = new WordModel(draft.lexicon(), true);
            }
            if (isStray(text, stop, model)) {
                done = move(text, stop, edits);
            }
        }
    }

    private static boolean isStray(String text, int stop, WordModel model) {
        int before = stop;
        while (before > 0 && Letters.isSpace(text.charAt(before - 1))) {
            before--;
        }
        if (before == 0 || text.charAt(before - 1) == '\n') {
            return false;
        }
        if (text.charAt(before - 1) == '،') {
            return true;
        }
        int from = before;
        while (from > 0 && Letters.isWordPart(text.charAt(from - 1))) {
            from--;
        }
        int to = stop + 1;
        while (to < text.length() && Letters.isWordPart(text.charAt(to))) {
            to++;
        }
        if (from == before) {
            return false;
        }
        var last = BareWord.of(text.substring(from, before));
        var next = BareWord.of(text.substring(stop + 1, to));
        return model.knows(next)
                && model.pair(last, next)
                        > model.pair(last, ".") + model.pair(".", next) + CERTAINTY;
    }

    /// @return the end of what was changed
    private static int move(String text, int stop, Edits edits) {
        int end = endOfParagraph(text, stop);
        char lastOne = text.charAt(end - 1);
        if (!Letters.isWordPart(lastOne) && !Letters.isDigit(lastOne)) {
            edits.delete(stop, stop + 1);
            return stop + 1;
        }
        edits.rearrange(stop, end, List.of(new Kept(stop + 1, end), new Kept(stop, stop + 1)));
        return end;
    }

    /// After the last letter or mark before two empty lines or the end.
    private static int endOfParagraph(String text, int from) {
        int end = from;
        int breaks = 0;
        for (int i = from; i < text.length() && breaks < 3; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                breaks++;
            } else if (!Letters.isSpace(c)) {
                breaks = 0;
                end = i + 1;
            }
        }
        return end;
    }
}

package org.bargardan.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bargardan.document.NewDocument.NewParagraph;
import org.bargardan.format.ExtractedDocument;
import org.bargardan.format.PlainText;
import org.bargardan.format.TextEdit;
import org.bargardan.importing.RepairChoices.Typed;
import org.bargardan.text.RuleName;
import org.bargardan.text.Segmenter;
import org.bargardan.text.repair.Flag;
import org.bargardan.text.repair.RepairEdit;
import org.bargardan.text.repair.RepairRules;
import org.bargardan.text.repair.Repaired;
import org.bargardan.text.repair.TextRepair;

/// The text of a file after its repair: what a document is made of.
///
/// @param repairs in order of place, not overlapping; what a person typed is among them
/// @param flags places that nobody has answered yet
/// @param findings what each rule saw
/// @param document the file's paragraphs after the repairs
public record RepairedFile(
        ReadFile file,
        RepairChoices choices,
        List<Repair> repairs,
        List<Flag> flags,
        List<Repaired.Finding> findings,
        ExtractedDocument document) {

    /// Stands for a rule where a person typed.
    public static final String BY_PERSON = "person";

    /// Rules that a refusal shakes loose may touch a refused place once more, each in its turn.
    private static final int MOST_ATTEMPTS = 4;

    public RepairedFile {
        repairs = List.copyOf(repairs);
        flags = List.copyOf(flags);
        findings = List.copyOf(findings);
    }

    /// A change of the original and the rules that made it.
    public record Repair(TextEdit edit, List<String> rules) {

        public Repair {
            rules = List.copyOf(rules);
        }

        /// The rule under which it is counted and shown.
        public String rule() {
            return rules.getFirst();
        }
    }

    /// @param choices made of any repair of the same file
    public static RepairedFile of(ReadFile file, RepairChoices choices) {
        var original = file.reading().document();
        var text = original.text();
        var typed = fitting(choices.typed(), text);
        var separators = isLaidOut(file) ? separators(original) : List.<int[]>of();
        Predicate<RepairEdit> mustNot =
                edit ->
                        typed.stream().anyMatch(any -> any.touches(edit.at(), edit.end()))
                                || touches(separators, edit);
        var repair = withRules(file, choices);
        var refused = new ArrayList<>(choices.refused());
        var repaired = repair.refusing(refused).repair(text);
        for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
            var unwanted = repaired.edits().stream().filter(mustNot).toList();
            if (unwanted.isEmpty()) {
                break;
            }
            refused.addAll(unwanted);
            repaired = repair.refusing(refused).repair(text);
        }
        var repairs = new ArrayList<Repair>();
        repaired.edits().stream()
                .filter(mustNot.negate())
                .map(edit ->
                        new Repair(
                                new TextEdit(edit.at(), edit.before(), edit.after()), edit.rules()))
                .forEach(repairs::add);
        typed.forEach(words ->
                repairs.add(
                        new Repair(
                                new TextEdit(
                                        words.at(),
                                        text.substring(words.at(), words.end()),
                                        words.text()),
                                List.of(BY_PERSON))));
        repairs.sort(Comparator.comparingInt(any -> any.edit().at()));
        return new RepairedFile(
                file,
                choices,
                repairs,
                repaired.flags().stream()
                        .filter(flag ->
                                typed.stream().noneMatch(any -> any.touches(flag.at(), flag.end())))
                        .toList(),
                repaired.findings(),
                file.format().edited(original, repairs.stream().map(Repair::edit).toList()));
    }

    /// The original as it is.
    public static RepairedFile untouched(ReadFile file) {
        return new RepairedFile(
                file,
                RepairChoices.DEFAULT,
                List.of(),
                List.of(),
                List.of(),
                file.reading().document());
    }

    /// The same text, cut by other rules.
    public RepairedFile cutBy(Segmenter other) {
        return new RepairedFile(file.cutBy(other), choices, repairs, flags, findings, document);
    }

    /// The rules of the project's own that took too many steps somewhere, and did not cut there.
    public List<RuleName> rulesLeftOut() {
        if (!file.segmenter().hasOwnRules()) {
            return List.of();
        }
        return document.paragraphs().stream()
                .flatMap(paragraph ->
                        file.segmenter().explained(paragraph.text()).leftOut().stream())
                .distinct()
                .toList();
    }

    /// The paragraphs and segments that the file would become.
    ///
    /// @param marks what a person said paragraphs are, by [#paragraphStarts]
    public List<NewParagraph> paragraphs(List<ParagraphMark> marks) {
        var cutting = new CutParagraphs(file.segmenter());
        var marked = new HashMap<Integer, ParagraphMark>();
        marks.forEach(mark -> marked.put(mark.at(), mark));
        var starts = paragraphStarts();
        var paragraphs = new ArrayList<NewParagraph>();
        for (int i = 0; i < starts.length; i++) {
            var paragraph = document.paragraphs().get(i);
            var mark = marked.get(starts[i]);
            paragraphs.add(
                    mark == null
                            ? cutting.of(paragraph)
                            : cutting.of(
                                    paragraph, mark.kind(), mark.level(), mark.translatable()));
        }
        return paragraphs;
    }

    /// Which paragraphs, counted from 0, a person has said the kind of.
    public Set<Integer> marked(List<ParagraphMark> marks) {
        var places = new HashSet<Integer>();
        marks.forEach(mark -> places.add(mark.at()));
        var starts = paragraphStarts();
        var marked = new HashSet<Integer>();
        for (int i = 0; i < starts.length; i++) {
            if (places.contains(starts[i])) {
                marked.add(i);
            }
        }
        return marked;
    }

    /// Where each paragraph of the document begins in the original, in UTF-16 code units; what a
    /// repair put in begins where it was put.
    public int[] paragraphStarts() {
        var starts = new int[document.paragraphs().size()];
        int place = 0;
        int next = 0;
        int shift = 0;
        for (int i = 0; i < starts.length; i++) {
            var paragraph = document.paragraphs().get(i);
            int start = place + paragraph.separatorBefore().length();
            place = start + paragraph.text().length();
            while (next < repairs.size() && endAfter(repairs.get(next), shift) <= start) {
                var edit = repairs.get(next++).edit();
                shift += edit.after().length() - edit.before().length();
            }
            boolean inside = next < repairs.size() && repairs.get(next).edit().at() + shift < start;
            starts[i] = inside ? repairs.get(next).edit().at() : start - shift;
        }
        return starts;
    }

    /// What a person would have typed to make a paragraph one with the next; nothing where that
    /// cannot be.
    public List<Typed> joining(int paragraph) {
        if (paragraph < 0 || paragraph + 1 >= document.paragraphs().size()) {
            return List.of();
        }
        int end = textStart(paragraph) + document.paragraphs().get(paragraph).text().length();
        int next = end + document.paragraphs().get(paragraph + 1).separatorBefore().length();
        return replacing(end, next, " ");
    }

    /// What a person would have typed to begin a paragraph with that segment of one.
    public List<Typed> splitting(int paragraph, int segment) {
        if (paragraph < 0 || paragraph >= document.paragraphs().size() || segment < 1) {
            return List.of();
        }
        var cut = paragraphs(List.of()).get(paragraph).segments();
        if (segment >= cut.size()) {
            return List.of();
        }
        int end = textStart(paragraph);
        for (int i = 0; i < segment; i++) {
            end += cut.get(i).source().text().length();
            end += i + 1 < segment ? cut.get(i).spaceAfter().length() : 0;
        }
        return replacing(end, end + cut.get(segment - 1).spaceAfter().length(), "\n\n");
    }

    /// Where the paragraph begins in the repaired text, in UTF-16 code units.
    private int textStart(int paragraph) {
        int start = 0;
        for (int i = 0; i < paragraph; i++) {
            var before = document.paragraphs().get(i);
            start += before.separatorBefore().length() + before.text().length();
        }
        return start + document.paragraphs().get(paragraph).separatorBefore().length();
    }

    /// A stretch of the repaired text replaced, as a stretch of the original: the repairs that it
    /// touches are taken in whole, with what they left.
    private List<Typed> replacing(int from, int to, String text) {
        int shift = 0;
        int start = -1;
        int end = -1;
        var before = new StringBuilder();
        var after = new StringBuilder();
        for (var repair : repairs) {
            var edit = repair.edit();
            int at = edit.at() + shift;
            int until = at + edit.after().length();
            boolean isTouched = at == until ? at >= from && at <= to : at < to && until > from;
            if (isTouched) {
                if (start < 0) {
                    start = Math.min(edit.at(), from - shift);
                    before.append(edit.after(), 0, Math.clamp(from - at, 0, edit.after().length()));
                }
                end =
                        Math.max(
                                edit.end(),
                                to - shift - edit.after().length() + edit.before().length());
                after.setLength(0);
                after.append(
                        edit.after(),
                        Math.clamp(to - at, 0, edit.after().length()),
                        edit.after().length());
            } else if (at > to) {
                break;
            }
            shift += edit.after().length() - edit.before().length();
        }
        return start < 0
                ? List.of(new Typed(from - shift, to - shift, text))
                : List.of(new Typed(start, end, before + text + after));
    }

    /// Where in the repaired text the repair ends.
    private static int endAfter(Repair repair, int shift) {
        return repair.edit().at() + shift + repair.edit().after().length();
    }

    /// A format that says itself what a paragraph is needs no rule for it, and cannot take one.
    private static boolean isLaidOut(ReadFile file) {
        return !file.format().filter().equals(PlainText.FILTER);
    }

    private static TextRepair withRules(ReadFile file, RepairChoices choices) {
        var off = new HashSet<>(choices.off());
        if (isLaidOut(file)) {
            off.addAll(RepairRules.OF_LAYOUT);
        }
        var on = new HashSet<>(known(choices.on()));
        on.removeAll(off);
        return TextRepair.forLanguage(file.language())
                .with(choices.style())
                .with(on)
                .without(known(off));
    }

    private static Set<String> known(Collection<String> names) {
        var known = new HashSet<String>();
        RepairRules.all().forEach(rule -> known.add(rule.name()));
        known.retainAll(Set.copyOf(names));
        return known;
    }

    /// The first of those that overlap wins.
    private static List<Typed> fitting(List<Typed> typed, String text) {
        var fitting = new ArrayList<Typed>();
        typed.stream()
                .filter(words -> words.end() <= text.length())
                .sorted(Comparator.comparingInt(Typed::at).thenComparingInt(Typed::end))
                .filter(words -> fitting.isEmpty() || fitting.getLast().end() <= words.at())
                .forEach(fitting::add);
        return fitting;
    }

    /// From and to of what parts the paragraphs, in UTF-16 code units.
    private static List<int[]> separators(ExtractedDocument document) {
        var separators = new ArrayList<int[]>();
        int at = 0;
        for (var paragraph : document.paragraphs()) {
            int start = at + paragraph.separatorBefore().length();
            separators.add(new int[] {at, start});
            at = start + paragraph.text().length();
        }
        return separators;
    }

    private static boolean touches(List<int[]> separators, RepairEdit edit) {
        int low = 0;
        int high = separators.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (separators.get(middle)[1] <= edit.at()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < separators.size()
                && separators.get(low)[0] < edit.end()
                && separators.get(low)[1] > separators.get(low)[0];
    }
}

package org.bargardan.text.repair;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// All repair rules in the order they work. A new rule is one class and one line here.
public final class RepairRules {

    /// Characters that stand for others.
    private static final List<RepairRule> CHARACTERS =
            List.of(
                    new LatinKashida(),
                    new PresentationForms(),
                    new ArabicLetters(),
                    new JoinerStandIns(),
                    new LayoutEmbeddings(),
                    new BidiControls(),
                    new ArabicDigits(),
                    new OddSpaces(),
                    new RepeatedMarks(),
                    new Tatweel(),
                    new TatweelDash(),
                    new LostTanwin(),
                    new Ligatures());

    /// What stands where within a line.
    private static final List<RepairRule> LINES =
            List.of(
                    new ReversedLetters(),
                    new LamAlefOrder(),
                    new VisualOrder(),
                    new MirroredBrackets(),
                    new DisplacedMarks(),
                    new StrayStops());

    /// Which lines are one paragraph, and which belong to no text.
    private static final List<RepairRule> PARAGRAPHS =
            List.of(
                    new NotesInText(),
                    new PageFurniture(),
                    new LineEndHyphens(),
                    new HardWraps(),
                    new GluedNoteMarks());

    /// Joiners, spaces and marks of words.
    private static final List<RepairRule> WORDS =
            List.of(
                    new NeedlessJoiners(),
                    new DoubleSpaces(),
                    new GluedScripts(),
                    new MarkSpacing(),
                    new LatinBrackets(),
                    new QuoteSpacing(),
                    new BrokenWords(),
                    new BareCliticJoiner(),
                    new VerbJoiner(),
                    new BeJoiner(),
                    new CompoundJoiner(),
                    new ComparativeJoiner(),
                    new PluralJoiner(),
                    new CliticJoiner(),
                    new UnclearJoiner(),
                    new InflectedCompoundJoiner(),
                    new EzafeJoiner(),
                    new EzafeStyle(),
                    new PluralStyle(),
                    new TurnedRanges(),
                    new EnglishSpaces(),
                    // At the end, for how wide the lines are in the end.
                    new ParagraphGaps());

    /// Names of those that decide where paragraphs begin: for files that do not say it themselves.
    public static final Set<String> OF_LAYOUT =
            Set.of("notes-in-text", "page-furniture", "hard-wraps", "paragraph-gaps");

    private static final List<RepairRule> ALL =
            Stream.of(CHARACTERS, LINES, PARAGRAPHS, WORDS).flatMap(List::stream).toList();

    private RepairRules() {}

    /// What a rule is concerned with.
    public enum Group {
        LETTERS,
        LINES,
        PARAGRAPHS,
        WORDS
    }

    public static Group group(RepairRule rule) {
        if (CHARACTERS.contains(rule)) {
            return Group.LETTERS;
        }
        if (LINES.contains(rule)) {
            return Group.LINES;
        }
        return PARAGRAPHS.contains(rule) || OF_LAYOUT.contains(rule.name())
                ? Group.PARAGRAPHS
                : Group.WORDS;
    }

    /// Whether the rule asks what the lines around are, and means nothing to one line alone.
    static boolean seesSeveralLines(RepairRule rule) {
        return PARAGRAPHS.contains(rule);
    }

    public static List<RepairRule> all() {
        return ALL;
    }

    /// @param language BCP 47 primary subtag
    public static List<RepairRule> of(String language) {
        return ALL.stream().filter(rule -> rule.help().languages().contains(language)).toList();
    }
}

package org.bargardan.text.repair;

import java.util.List;
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

    private static final List<RepairRule> ALL =
            Stream.of(CHARACTERS, LINES, PARAGRAPHS, WORDS).flatMap(List::stream).toList();

    private RepairRules() {}

    public static List<RepairRule> all() {
        return ALL;
    }

    /// @param language BCP 47 primary subtag
    public static List<RepairRule> of(String language) {
        return ALL.stream().filter(rule -> rule.help().languages().contains(language)).toList();
    }
}

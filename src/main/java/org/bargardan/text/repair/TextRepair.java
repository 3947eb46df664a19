package org.bargardan.text.repair;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Mends damaged text by the [RepairRules], one after the other.
///
/// - **Input**: any text; lines as they were in the file.
/// - **Output**: [Repaired]; repairing its text again changes nothing.
/// - **Errors**: none for whatever text; naming a rule that does not exist is a programmer's error.
/// - Immutable and thread-safe. Loading the word list takes about half a second; keep the object.
public final class TextRepair {

    private final String language;
    private final PersianLexicon lexicon;
    private final RepairStyle style;
    private final List<RepairRule> rules;
    private final boolean asksForEvidence;
    private final Refusals refusals;

    private TextRepair(
            String language,
            PersianLexicon lexicon,
            RepairStyle style,
            List<RepairRule> rules,
            boolean asksForEvidence,
            Refusals refusals) {
        this.language = language;
        this.lexicon = lexicon;
        this.style = style;
        this.rules = rules;
        this.asksForEvidence = asksForEvidence;
        this.refusals = refusals;
    }

    /// With the rules of the language that are on by default.
    ///
    /// @param language BCP 47; for a language without rules nothing is changed
    public static TextRepair forLanguage(String language) {
        var primary = primarySubtag(language);
        var rules = RepairRules.of(primary).stream().filter(RepairRule::onByDefault).toList();
        return new TextRepair(
                primary,
                PersianLexicon.standard(),
                RepairStyle.DEFAULT,
                rules,
                true,
                new Refusals(List.of()));
    }

    public TextRepair with(RepairStyle otherStyle) {
        return new TextRepair(language, lexicon, otherStyle, rules, asksForEvidence, refusals);
    }

    /// The named rules alone, also those that are off by default.
    public TextRepair only(Collection<String> names) {
        return withRules(known(names));
    }

    /// The rules there are and the named ones.
    public TextRepair with(Collection<String> names) {
        var wanted = known(names);
        rules.forEach(rule -> wanted.add(rule.name()));
        return withRules(wanted);
    }

    public TextRepair without(Collection<String> names) {
        var unwanted = known(names);
        var wanted = new HashSet<String>();
        rules.stream()
                .map(RepairRule::name)
                .filter(name -> !unwanted.contains(name))
                .forEach(wanted::add);
        return withRules(wanted);
    }

    /// Leaves these places alone, as far as the rules that made the edits are concerned.
    public TextRepair refusing(Collection<RepairEdit> edits) {
        return new TextRepair(
                language, lexicon, style, rules, asksForEvidence, new Refusals(edits));
    }

    /// Lets rules work where the document shows too little evidence, for a single line of it.
    public TextRepair withoutEvidence() {
        return new TextRepair(language, lexicon, style, rules, false, refusals);
    }

    public Repaired repair(String original) {
        var draft = new Draft(original, language, style, lexicon);
        return new RepairRun(draft, rules, asksForEvidence, refusals).repaired();
    }

    private TextRepair withRules(Set<String> names) {
        var wanted =
                RepairRules.of(language).stream()
                        .filter(rule -> names.contains(rule.name()))
                        .toList();
        return new TextRepair(language, lexicon, style, wanted, asksForEvidence, refusals);
    }

    private static Set<String> known(Collection<String> names) {
        var known = new HashSet<String>();
        for (var name : names) {
            if (RepairRules.all().stream().noneMatch(rule -> rule.name().equals(name))) {
                throw new IllegalArgumentException("no repair rule " + name);
            }
            known.add(name);
        }
        return known;
    }

    private static String primarySubtag(String language) {
        int hyphen = language.indexOf('-');
        var primary = hyphen < 0 ? language : language.substring(0, hyphen);
        return primary.equals("prs") || primary.equals("fas") || primary.equals("per")
                ? "fa"
                : primary;
    }
}

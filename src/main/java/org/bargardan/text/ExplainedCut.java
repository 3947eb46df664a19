package org.bargardan.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A [Cut] with the reason of everything that was decided.
///
/// @param decisions in order of place: every end of a sentence but the last, and every end that
///   Unicode saw and a rule took back
/// @param leftOut own rules that took more steps than they may, and so matched nothing further
public record ExplainedCut(Cut cut, List<Decision> decisions, List<RuleName> leftOut) {

    public ExplainedCut {
        decisions = List.copyOf(decisions);
        leftOut = List.copyOf(leftOut);
    }

    /// What was decided at one place.
    ///
    /// @param at in UTF-16 code units of the paragraph, before the white space
    /// @param ends whether a sentence ends there
    /// @param by the rule; null where Unicode's rules decided
    public record Decision(int at, boolean ends, @Nullable RuleName by) {}
}

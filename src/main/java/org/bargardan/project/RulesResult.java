package org.bargardan.project;

import org.bargardan.text.SrxProblem;

/// What became of sentence rules that a manager wants kept.
public sealed interface RulesResult {

    record Saved(long version) implements RulesResult {}

    /// Another manager was first; nothing is stored.
    record Conflict(OwnRules current) implements RulesResult {}

    /// They cannot be used; nothing is stored.
    record Malformed(SrxProblem problem) implements RulesResult {}
}

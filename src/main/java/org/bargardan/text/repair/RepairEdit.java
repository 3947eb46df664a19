package org.bargardan.text.repair;

import java.util.List;

/// A change of the original: the `before` that stands at `at` becomes `after`.
///
/// The edits of a text stand in order and do not overlap, so the original is its unchanged parts
/// and every `before`, and the repaired text the same parts and every `after`. What moved is taken
/// away at one place and put in at another.
///
/// - **at**: UTF-16 code units from the beginning of the original.
/// - **rules**: the names of those that had a part in it, in the order they worked; never empty.
public record RepairEdit(int at, String before, String after, List<String> rules) {

    public RepairEdit {
        if (at < 0 || rules.isEmpty()) {
            throw new IllegalArgumentException("at " + at + " by " + rules);
        }
        rules = List.copyOf(rules);
    }

    public int end() {
        return at + before.length();
    }

    /// The rule under which the edit is counted and shown.
    public String rule() {
        return rules.getFirst();
    }
}

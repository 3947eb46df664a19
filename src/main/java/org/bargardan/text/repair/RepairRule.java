package org.bargardan.text.repair;

/// One kind of damage: how it is known, and what mends it.
///
/// A rule keeps no state and may be used by many threads. It reads a [Draft], in which the rules
/// before it have done their work, and says what to change; it never sees the original. Run over
/// what it has mended, it finds nothing.
public interface RepairRule {

    RuleHelp help();

    /// By what the rule switches itself on, computed from the whole document. Without evidence of
    /// its own a rule is on, and what it finds is the evidence.
    default Evidence evidence(Draft draft) {
        return Evidence.none();
    }

    void mend(Draft draft, Edits edits);

    /// Whether the rule is right so often (at least 97 of 100 changes, read by hand) that it may
    /// work unasked.
    default boolean onByDefault() {
        return true;
    }

    default String name() {
        return help().name();
    }
}

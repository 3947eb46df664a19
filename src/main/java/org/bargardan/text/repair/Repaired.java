package org.bargardan.text.repair;

import java.util.List;

/// A repaired text with everything that was done to it.
///
/// - **edits**: see [RepairEdit]; put back, they give the original.
/// - **flags**: in order of place.
/// - **findings**: one for each rule that was asked, in the order they worked.
public record Repaired(
        String original,
        String text,
        List<RepairEdit> edits,
        List<Flag> flags,
        List<Finding> findings) {

    public Repaired {
        edits = List.copyOf(edits);
        flags = List.copyOf(flags);
        findings = List.copyOf(findings);
    }

    /// The text with none of the edits.
    public String undone() {
        return applied(edits, true);
    }

    /// The original with these edits alone.
    public String applied(List<RepairEdit> some) {
        return applied(some, false);
    }

    private String applied(List<RepairEdit> some, boolean fromText) {
        var result = new StringBuilder();
        int at = 0;
        int shift = 0;
        for (var edit : some) {
            int place = edit.at() + (fromText ? shift : 0);
            result.append(fromText ? text : original, at, place);
            result.append(fromText ? edit.before() : edit.after());
            at = place + (fromText ? edit.after() : edit.before()).length();
            shift += edit.after().length() - edit.before().length();
        }
        var whole = fromText ? text : original;
        return result.append(whole, at, whole.length()).toString();
    }

    /// What a rule saw, and whether it worked.
    public record Finding(RepairRule rule, Evidence evidence, boolean on) {}
}

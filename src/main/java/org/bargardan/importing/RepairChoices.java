package org.bargardan.importing;

import java.util.List;
import java.util.Set;
import org.bargardan.text.repair.RepairEdit;
import org.bargardan.text.repair.RepairStyle;

/// What a person wants of the repair of a file.
///
/// @param off names of rules that are on by default and must not work
/// @param on names of rules that are off by default and shall work
/// @param refused repairs that must not be made, each with all that moved with it
/// @param typed what the person wrote in place of parts of the original
public record RepairChoices(
        Set<String> off,
        Set<String> on,
        List<RepairEdit> refused,
        List<Typed> typed,
        RepairStyle style) {

    public static final RepairChoices DEFAULT = of(RepairStyle.DEFAULT);

    /// What nobody has chosen yet, in a project of that style.
    public static RepairChoices of(RepairStyle style) {
        return new RepairChoices(Set.of(), Set.of(), List.of(), List.of(), style);
    }

    public RepairChoices {
        off = Set.copyOf(off);
        on = Set.copyOf(on);
        refused = List.copyOf(refused);
        typed = List.copyOf(typed);
    }

    /// A stretch of the original in other words.
    ///
    /// @param at,end UTF-16 code units of the original; equal where something is put in
    public record Typed(int at, int end, String text) {

        public Typed {
            if (at < 0 || end < at) {
                throw new IllegalArgumentException("from " + at + " to " + end);
            }
        }

        boolean touches(int from, int to) {
            return from == to || at == end ? from <= end && at <= to : from < end && at < to;
        }
    }
}

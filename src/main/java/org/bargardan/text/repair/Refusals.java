package org.bargardan.text.repair;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Edits that a person does not want: the rules that made them leave their places alone.
final class Refusals {

    private final Map<String, List<RepairEdit>> byRule = new HashMap<>();

    Refusals(Collection<RepairEdit> edits) {
        for (var edit : edits) {
            for (var rule : edit.rules()) {
                byRule.computeIfAbsent(rule, _ -> new ArrayList<>()).add(edit);
            }
        }
    }

    boolean isEmpty() {
        return byRule.isEmpty();
    }

    /// @param from,to the place in the original that a change of the rule touches
    boolean hold(String rule, int from, int to) {
        for (var edit : byRule.getOrDefault(rule, List.of())) {
            boolean touches =
                    from == to || edit.at() == edit.end()
                            ? from <= edit.end() && edit.at() <= to
                            : from < edit.end() && edit.at() < to;
            if (touches) {
                return true;
            }
        }
        return false;
    }
}

package org.bargardan.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bargardan.text.repair.Repaired;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The report of a repair: what each rule saw and did, every change, every flagged place.
///
/// Places are lines, from 1, and `at`, the UTF-16 code units before them, both in the original.
final class RepairReport {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RepairReport() {}

    static String json(Repaired repaired) {
        var lines = new LineNumbers(repaired.original());
        var report = new LinkedHashMap<String, Object>();
        report.put("rules", rules(repaired));
        report.put("edits", edits(repaired, lines));
        report.put("flags", flags(repaired, lines));
        return JSON.writeValueAsString(report) + "\n";
    }

    private static List<Map<String, Object>> rules(Repaired repaired) {
        var counts =
                repaired.edits().stream()
                        .flatMap(edit -> edit.rules().stream())
                        .collect(Collectors.groupingBy(rule -> rule, Collectors.counting()));
        var rules = new ArrayList<Map<String, Object>>();
        for (var finding : repaired.findings()) {
            var help = finding.rule().help();
            var rule = new LinkedHashMap<String, Object>();
            rule.put("rule", help.name());
            rule.put("on", finding.on());
            rule.put("evidence", finding.evidence().english());
            rule.put("edits", counts.getOrDefault(help.name(), 0L));
            rule.put("does", help.english());
            rules.add(rule);
        }
        return rules;
    }

    private static List<Map<String, Object>> edits(Repaired repaired, LineNumbers lines) {
        var edits = new ArrayList<Map<String, Object>>();
        for (var edit : repaired.edits()) {
            var entry = new LinkedHashMap<String, Object>();
            entry.put("rule", edit.rule());
            if (edit.rules().size() > 1) {
                entry.put("rules", edit.rules());
            }
            entry.put("line", lines.at(edit.at()));
            entry.put("at", edit.at());
            entry.put("before", edit.before());
            entry.put("after", edit.after());
            edits.add(entry);
        }
        return edits;
    }

    private static List<Map<String, Object>> flags(Repaired repaired, LineNumbers lines) {
        var flags = new ArrayList<Map<String, Object>>();
        for (var flag : repaired.flags()) {
            var entry = new LinkedHashMap<String, Object>();
            entry.put("rule", flag.rule());
            entry.put("line", lines.at(flag.at()));
            entry.put("at", flag.at());
            entry.put("end", flag.end());
            entry.put("reason", flag.reason().name());
            entry.put("says", flag.reason().english());
            entry.put("text", repaired.original().substring(flag.at(), flag.end()));
            if (!flag.offer().isEmpty()) {
                entry.put("offer", flag.offer());
            }
            flags.add(entry);
        }
        return flags;
    }

    private static final class LineNumbers {

        private final String text;
        private int line = 1;
        private int counted;

        LineNumbers(String text) {
            this.text = text;
        }

        int at(int place) {
            if (place < counted) {
                line = 1;
                counted = 0;
            }
            for (; counted < place; counted++) {
                if (text.charAt(counted) == '\n') {
                    line++;
                }
            }
            return line;
        }
    }
}

package org.bargardan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bargardan.text.repair.RepairRules;
import org.bargardan.text.repair.RepairStyle;
import org.bargardan.text.repair.Repaired;
import org.bargardan.text.repair.TextRepair;
import org.jspecify.annotations.Nullable;

/// `./bargardan repair`: the repaired text out, and a report of every change where one is asked
/// for.
record RepairCommand(
        String language,
        RepairStyle style,
        @Nullable Path report,
        @Nullable List<String> only,
        @Nullable List<String> with,
        @Nullable List<String> without) {

    int run(String file, PrintWriter out) {
        var original = new TextInput(file).text();
        var repaired = repair().repair(original);
        if (report != null) {
            write(repaired, report);
        }
        out.print(repaired.text());
        if (!repaired.text().endsWith("\n")) {
            out.print('\n');
        }
        return 0;
    }

    /// One line a rule: its name, whether it is off unless asked for, and what it does.
    int listRules(PrintWriter out) {
        for (var rule : RepairRules.of(language)) {
            out.printf(
                    "%-26s %s%s%n",
                    rule.name(), rule.onByDefault() ? "" : "(off) ", rule.help().english());
        }
        return 0;
    }

    private TextRepair repair() {
        try {
            var repair = TextRepair.forLanguage(language).with(style);
            repair = only == null ? repair : repair.only(only);
            repair = with == null ? repair : repair.with(with);
            return without == null ? repair : repair.without(without);
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    private static void write(Repaired repaired, Path report) {
        try {
            Files.writeString(report, RepairReport.json(repaired));
        } catch (IOException e) {
            throw new BadInput("%s cannot be written".formatted(report));
        }
    }
}

package org.bargardan.backup;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Words for people at a terminal.
final class Sentences {

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private Sentences() {}

    /// The first line of what lies deepest, without the full stop at its end.
    static String reason(Throwable failure) {
        var deepest = failure;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            deepest = cause;
        }
        var said = deepest.getMessage();
        var line = said == null ? "" : said.lines().findFirst().orElse("");
        return line.isBlank() ? deepest.getClass().getSimpleName() : line.replaceFirst("\\.$", "");
    }

    static String size(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1000 && unit < UNITS.length - 1) {
            size /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", size, UNITS[unit]);
    }
}

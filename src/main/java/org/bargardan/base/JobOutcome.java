package org.bargardan.base;

/// What a runner says of a job that it has run to its end.
public sealed interface JobOutcome {

    /// The most UTF-16 units of a report; what is larger belongs into [StoredFiles].
    int REPORT_MOST = 16_000;

    /// In the feature's own notation.
    String report();

    /// What was asked for is there.
    record Done(String report) implements JobOutcome {

        public Done {
            check(report);
        }
    }

    /// What was asked for cannot be, as may be expected, say of a damaged file.
    record Failed(String report) implements JobOutcome {

        public Failed {
            check(report);
        }
    }

    private static void check(String report) {
        if (report.length() > REPORT_MOST) {
            throw new IllegalArgumentException("a report of " + report.length());
        }
    }
}

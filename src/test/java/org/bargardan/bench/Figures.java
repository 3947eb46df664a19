package org.bargardan.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/// What a benchmark prints: one line each, which begins with its name.
public final class Figures {

    private static final double NANOS_IN_MILLI = 1e6;

    private final String bench;

    public Figures(String bench) {
        this.bench = bench;
    }

    public void say(String format, Object... arguments) {
        System.out.println("bench " + bench + ": " + String.format(Locale.ROOT, format, arguments));
    }

    /// The value below which that many in a hundred lie (nearest rank), in milliseconds.
    static double percentile(int hundredths, Collection<Duration> times) {
        var sorted = times.stream().mapToLong(Duration::toNanos).sorted().toArray();
        int rank = Math.ceilDiv(hundredths * sorted.length, 100);
        return sorted[Math.max(rank, 1) - 1] / NANOS_IN_MILLI;
    }

    /// The middle one of an odd number of values.
    static double median(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

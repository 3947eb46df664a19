package org.bargardan.format;

import java.time.Duration;

/// The largest PDF that is read, so that one upload cannot exhaust the server.
///
/// @param maxStreamBytes what one stream of the file may unpack to
/// @param maxUnpackedBytes what all streams together may unpack to
/// @param maxSigns letters on all pages
/// @param maxSignsOnPage more are no page that somebody reads
/// @param maxOperators instructions on all pages
public record PdfLimits(
        int maxBytes,
        int maxPages,
        long maxStreamBytes,
        long maxUnpackedBytes,
        int maxSigns,
        int maxSignsOnPage,
        long maxOperators,
        Duration maxTime) {

    /// A book of 500 pages has some million letters; the time is that of a server at work.
    public static final PdfLimits DEFAULT =
            new PdfLimits(
                    100 * 1024 * 1024,
                    5_000,
                    64L * 1024 * 1024,
                    1024L * 1024 * 1024,
                    12_000_000,
                    30_000,
                    20_000_000L,
                    Duration.ofMinutes(5));

    public PdfLimits {
        if (maxBytes < 1
                || maxPages < 1
                || maxStreamBytes < 1
                || maxUnpackedBytes < 1
                || maxSigns < 1
                || maxSignsOnPage < 1
                || maxOperators < 1
                || !maxTime.isPositive()) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}

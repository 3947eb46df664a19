package org.bargardan.format;

/// The largest TMX file that is read, so that one upload cannot exhaust the server.
///
/// @param maxBytes of the file, unpacked
/// @param maxRatio how many times larger than its archive a file may be, once it is large at all
/// @param maxUnitLength of one unit with its mark-up, in UTF-16 units
/// @param maxTextCodePoints of one variant
/// @param maxDepth of elements inside each other within a unit
public record TmxLimits(
        long maxBytes,
        int maxRatio,
        int maxUnits,
        int maxUnitLength,
        int maxTextCodePoints,
        int maxDepth) {

    /// 200 MB and 500 000 units are a memory of some forty books. TMX packs 10 to 30 times; text
    /// that packs more than 200 times holds next to nothing.
    public static final TmxLimits DEFAULT =
            new TmxLimits(200L * 1024 * 1024, 200, 500_000, 1_000_000, 100_000, 50);

    public TmxLimits {
        if (maxBytes < 1
                || maxRatio < 1
                || maxUnits < 1
                || maxUnitLength < 1
                || maxTextCodePoints < 1
                || maxDepth < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}

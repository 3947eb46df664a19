package org.bargardan.text.repair;

/// A figure from the whole document, and how large it must be for a rule to be on.
///
/// - **figure**: a share from 0 to 1, or a count; **threshold** in the same unit.
/// - **english**, **persian**: the figure in words, such as "31 % of words hold a Latin P"; empty
///   where the rule needs none.
public record Evidence(double figure, double threshold, String english, String persian) {

    private static final Evidence NONE = new Evidence(1, 0, "", "");

    /// For rules that what they find is evidence enough.
    public static Evidence none() {
        return NONE;
    }

    /// So many of so many, of which a share is needed. Of nothing there is no share.
    ///
    /// @param english what is counted, as in "words hold a Latin P"
    public static Evidence share(
            long count, long ofAll, double threshold, String english, String persian) {
        double share = ofAll == 0 ? 0 : (double) count / ofAll;
        return new Evidence(
                share,
                threshold,
                "%s %% of %s".formatted(percent(share), english),
                "%s ٪ %s".formatted(percent(share), persian));
    }

    public static Evidence count(long count, long threshold, String english, String persian) {
        return new Evidence(
                count,
                threshold,
                "%d %s".formatted(count, english),
                "%d %s".formatted(count, persian));
    }

    public boolean suffices() {
        return figure >= threshold && figure > 0;
    }

    private static String percent(double share) {
        return share > 0 && share < 0.1
                ? "%.1f".formatted(share * 100)
                : "%.0f".formatted(share * 100);
    }
}

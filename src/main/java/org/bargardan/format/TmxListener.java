package org.bargardan.format;

/// Takes what a [TmxReader] finds, as it finds it.
public interface TmxListener {

    /// A unit with at least one variant.
    ///
    /// @param line in which it begins, counted from 1
    void unit(TmxUnit unit, int line);

    /// What is wrong with the file, or with a unit that was mended or left out.
    void problem(FormatProblem problem);
}

package org.bargardan.importing;

import org.bargardan.format.FormatProblem;

/// What came of reading a file that somebody wants to bring in.
public sealed interface ReadOutcome {

    record Read(ReadFile file) implements ReadOutcome {}

    /// Nothing was read, because of this.
    record Failed(FormatProblem problem) implements ReadOutcome {}
}

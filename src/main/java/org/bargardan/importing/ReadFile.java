package org.bargardan.importing;

import java.util.List;
import org.bargardan.format.FileFormat;
import org.bargardan.format.FormatProblem;
import org.bargardan.format.ReadResult;

/// A file as it was read, before anything of it is stored.
///
/// @param name as it was on the other machine; only its last part
/// @param bytes never changed by anybody
/// @param language of its text, BCP 47
public record ReadFile(
        String name, byte[] bytes, FileFormat format, ReadResult.Read reading, String language) {

    public String text() {
        return reading.document().text();
    }

    /// Parts that could not be read.
    public List<FormatProblem> problems() {
        return reading.problems();
    }
}

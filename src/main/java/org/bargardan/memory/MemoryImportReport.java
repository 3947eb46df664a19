package org.bargardan.memory;

import java.util.List;
import org.bargardan.format.FormatProblem;

/// What was found in a file of units, and what became of it.
///
/// @param fileName without folders
/// @param read all units of the file: kept, doubled, of other languages and left out
/// @param doubled with the same texts as one before
/// @param otherLanguages without both languages of the project
/// @param leftOut because of a problem; a unit that was mended is among those kept
/// @param problems the first of them, in the order of the file
/// @param moreProblems how many more there were
public record MemoryImportReport(
        String fileName,
        int read,
        int kept,
        int doubled,
        int otherLanguages,
        int leftOut,
        List<FormatProblem> problems,
        int moreProblems) {

    public MemoryImportReport {
        problems = List.copyOf(problems);
    }
}

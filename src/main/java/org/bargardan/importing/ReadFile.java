package org.bargardan.importing;

import java.util.List;
import org.bargardan.format.FileFormat;
import org.bargardan.format.FormatProblem;
import org.bargardan.format.ReadResult;
import org.bargardan.text.Segmenter;

/// A file as it was read, before anything of it is stored.
///
/// @param name as it was on the other machine; only its last part
/// @param bytes never changed by anybody
/// @param language of its text, BCP 47
/// @param segmenter cuts it into sentences as its project wants
public record ReadFile(
        String name,
        byte[] bytes,
        FileFormat format,
        ReadResult.Read reading,
        String language,
        Segmenter segmenter) {

    /// Cut by our rules alone.
    public ReadFile(
            String name,
            byte[] bytes,
            FileFormat format,
            ReadResult.Read reading,
            String language) {
        this(name, bytes, format, reading, language, Segmenter.forLanguage(language));
    }

    /// The same file, cut by other rules.
    public ReadFile cutBy(Segmenter other) {
        return new ReadFile(name, bytes, format, reading, language, other);
    }

    public String text() {
        return reading.document().text();
    }

    /// Parts that could not be read.
    public List<FormatProblem> problems() {
        return reading.problems();
    }
}

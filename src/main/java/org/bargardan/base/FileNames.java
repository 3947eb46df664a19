package org.bargardan.base;

import java.text.Normalizer;

/// Names of files: as other machines give them, made fit to be shown and kept, and as they leave.
public final class FileNames {

    /// Longest part made of a title, in code points.
    private static final int PART_MOST = 80;

    private FileNames() {}

    /// The name without folders, control characters and direction overrides, which make one name
    /// look like another.
    ///
    /// @param otherwise the name of a file whose own says nothing
    /// @param most length in UTF-16 units
    public static String lastPart(String fileName, String otherwise, int most) {
        var part =
                fileName.substring(
                        Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        var clean =
                Normalizer.normalize(part, Normalizer.Form.NFC)
                        .replaceAll(
                                "[\\p{Cntrl}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069\\ufffe\\uffff]",
                                "")
                        .strip();
        return clean.matches("\\.{0,2}") ? otherwise : shortened(clean, most);
    }

    /// A text cut to a length in UTF-16 units, not within a character.
    public static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, halved ? most - 1 : most);
    }

    /// A title as part of a file's name: no signs that a system forbids or that change direction.
    public static String part(String title) {
        var name =
                title.strip()
                        .replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\\u200c]]", "")
                        .replaceAll("[/\\\\:*?\"<>|\\s]+", "-");
        return name.codePointCount(0, name.length()) <= PART_MOST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, PART_MOST));
    }
}

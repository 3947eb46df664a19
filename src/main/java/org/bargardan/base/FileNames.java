package org.bargardan.base;

/// Names for the files that leave.
public final class FileNames {

    private static final int MOST = 80;

    private FileNames() {}

    /// A title as part of a file's name: no signs that a system forbids or that change direction.
    public static String part(String title) {
        var name =
                title.strip()
                        .replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\\u200c]]", "")
                        .replaceAll("[/\\\\:*?\"<>|\\s]+", "-");
        return name.codePointCount(0, name.length()) <= MOST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MOST));
    }
}

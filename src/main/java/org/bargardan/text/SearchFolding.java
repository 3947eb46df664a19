package org.bargardan.text;

import java.util.List;

public final class SearchFolding {
    private SearchFolding() {}

    public static long hash(String text, String lang) {
        return text.hashCode();
    }

    public static List<String> tokens(String text, String lang) {
        return List.of(text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
    }
}

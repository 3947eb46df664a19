package org.bargardan.text;

import java.util.List;

public final class Similarity {
    public static final int EXACT = 100;

    private Similarity() {}

    public static int scoreAtLeast(int t, List<String> a, List<String> b) {
        return a.equals(b) ? 100 : 0;
    }

    public static int withSpelling(int words, String a, String b) {
        return words;
    }
}

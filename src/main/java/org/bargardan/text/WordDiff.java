package org.bargardan.text;

public final class WordDiff {
    private WordDiff() {}

    public static ChangeClass classify(String before, String after) {
        return before.equals(after) ? ChangeClass.NONE : ChangeClass.WORDING;
    }
}

package org.bargardan.format;

import java.util.List;

/// A change of a text: the `before` that stands at `at` becomes `after`.
///
/// @param at UTF-16 code units from the text's beginning
public record TextEdit(int at, String before, String after) {

    public TextEdit {
        if (at < 0) {
            throw new IllegalArgumentException("an edit at " + at);
        }
    }

    public int end() {
        return at + before.length();
    }

    /// The text with edits that stand in order and do not overlap.
    ///
    /// Throws [IllegalArgumentException] where they do not fit it.
    public static String applied(String text, List<TextEdit> edits) {
        var result = new StringBuilder(text.length());
        int done = 0;
        for (var edit : edits) {
            if (edit.at() < done || !text.startsWith(edit.before(), edit.at())) {
                throw new IllegalArgumentException("no such text at " + edit.at());
            }
            result.append(text, done, edit.at()).append(edit.after());
            done = edit.end();
        }
        return result.append(text, done, text.length()).toString();
    }
}

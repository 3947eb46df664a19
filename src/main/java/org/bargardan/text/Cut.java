package org.bargardan.text;

import java.util.List;

/// A paragraph cut into sentences; `spaceBefore` is the white space it begins with, all of it where
/// it holds nothing else.
public record Cut(String spaceBefore, List<Sentence> sentences) {

    public Cut {
        sentences = List.copyOf(sentences);
    }

    /// The paragraph again, exactly.
    public String joined() {
        var joined = new StringBuilder(spaceBefore);
        for (var sentence : sentences) {
            joined.append(sentence.text()).append(sentence.spaceAfter());
        }
        return joined.toString();
    }

    /// The sentences without the white space around them.
    public List<String> texts() {
        return sentences.stream().map(Sentence::text).toList();
    }
}

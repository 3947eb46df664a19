package org.bargardan.text.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.bargardan.GeneratedText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

    @ParameterizedTest
    @MethodSource("org.bargardan.GeneratedText#samples")
    void wordsAfterChangesAreThoseOfTheNewText(GeneratedText sample) {
        var random = new Random(sample.seed());
        var text = sample.text();
        var edits = new Edits();
        var changed = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int from = at + random.nextInt(Math.min(9, text.length() - at));
            int to = from + random.nextInt(Math.min(4, text.length() - from));
            var put = new String[] {"", " ", "\u200C", "ها", "a", " و "}[random.nextInt(6)];
            edits.replace(from, to, put);
            changed.append(text, at, from).append(put);
            at = Math.max(to, at + 1);
            changed.append(text, to, at);
        }
        var after = Words.of(text).after(edits.changes(), changed.toString());
        var anew = Words.of(changed.toString());
        assertThat(after.size()).isEqualTo(anew.size());
        for (int word = 0; word < anew.size(); word++) {
            assertThat(after.start(word)).isEqualTo(anew.start(word));
            assertThat(after.end(word)).isEqualTo(anew.end(word));
            assertThat(after.spelling(word)).isEqualTo(anew.spelling(word));
            assertThat(after.count(after.spelling(word)))
                    .isEqualTo(anew.count(anew.spelling(word)));
        }
    }
}

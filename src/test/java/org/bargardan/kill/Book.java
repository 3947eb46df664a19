package org.bargardan.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Random;

/// A generated English text with a known number of sentences, unlike every other of its database.
public record Book(String fileName, byte[] bytes, int sentences) {

    private static final int SENTENCES_IN_PARAGRAPH = 5;

    private static final String[] WORDS = {
        "lamp", "letter", "winter", "garden", "press", "harbour", "silence", "bread", "river",
        "window", "paper", "night", "voice", "road", "teacher", "song"
    };

    public static Book generate(int number, int sentences, Random random) {
        var text = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            if (i > 0) {
                text.append(i % SENTENCES_IN_PARAGRAPH == 0 ? "\n\n" : " ");
            }
            text.append("Book ").append(number).append(" speaks of the");
            for (int words = 3 + random.nextInt(8); words > 0; words--) {
                text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
            }
            text.append(" again.");
        }
        var bytes = text.append('\n').toString().getBytes(UTF_8);
        return new Book("book-" + number + ".txt", bytes, sentences);
    }
}

package org.bargardan.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bargardan.format.Translation.Target;
import org.bargardan.text.TaggedText;

/// A book of some thousand pages, read and written in a Java of its own.
public final class LongBook {

    /// A page has some 350 words.
    private static final int PAGES = 1_000;

    private static final int PARAGRAPHS_ON_PAGE = 5;
    private static final int WORDS_IN_PARAGRAPH = 70;

    private LongBook() {}

    /// Arguments: `docx` or `odt`. Says how long the book is and how long it took.
    public static void main(String[] arguments) throws IOException {
        boolean isWord = arguments[0].equals("docx");
        byte[] file = isWord ? word() : odt();
        FileFormat format =
                isWord
                        ? new WordDocument(ContainerLimits.DEFAULT)
                        : new OpenDocument(ContainerLimits.DEFAULT);
        long begin = System.nanoTime();
        var document = ((ReadResult.Read) format.read(file)).document();
        var reading = Duration.ofNanos(System.nanoTime() - begin);
        var targets = new ArrayList<Target>();
        for (var paragraph : document.paragraphs()) {
            targets.add(
                    new Target(
                            paragraph.place().textUnit(),
                            new TaggedText(
                                    "ترجمه " + paragraph.text(), paragraph.content().codes()),
                            List.of()));
        }
        begin = System.nanoTime();
        var result =
                format.write(file, "", new Translation("fa", targets), new ByteArrayOutputStream());
        var writing = Duration.ofNanos(System.nanoTime() - begin);
        System.out.println(
                "%s %d bytes, %d paragraphs, read in %s, written in %s: %s"
                        .formatted(
                                arguments[0],
                                file.length,
                                document.paragraphs().size(),
                                reading,
                                writing,
                                result.getClass().getSimpleName()));
    }

    private static byte[] word() {
        var random = new GeneratedTexts(1);
        var body = new StringBuilder();
        var notes = new StringBuilder();
        int note = 1;
        for (int page = 0; page < PAGES; page++) {
            for (int i = 0; i < PARAGRAPHS_ON_PAGE; i++) {
                body.append(
                        WordFiles.paragraph(
                                WordFiles.run(words(random))
                                        + WordFiles.run("<w:i/>", " so they say ")
                                        + WordFiles.run(words(random))
                                        + (i == 0 ? WordFiles.mark(note) : "")));
            }
            notes.append(WordFiles.footnote(note++, WordFiles.run(words(random))));
        }
        return WordFiles.withFootnotes(body.toString(), notes.toString()).bytes();
    }

    private static byte[] odt() {
        var random = new GeneratedTexts(1);
        var body = new StringBuilder();
        for (int page = 0; page < PAGES; page++) {
            for (int i = 0; i < PARAGRAPHS_ON_PAGE; i++) {
                body.append(
                        OdtFiles.paragraph(
                                words(random)
                                        + "<text:span text:style-name=\"T2\"> so they say </text:span>"
                                        + words(random)
                                        + (i == 0 ? OdtFiles.note(page + 1, words(random)) : "")));
            }
        }
        return OdtFiles.of(body.toString()).bytes();
    }

    private static String words(GeneratedTexts random) {
        var words = new StringBuilder();
        for (int i = 0; i < WORDS_IN_PARAGRAPH / 2; i++) {
            for (int letters = 2 + random.below(8); letters > 0; letters--) {
                words.append((char) ('a' + random.below(26)));
            }
            words.append(i % 10 == 9 ? ". " : " ");
        }
        return words.toString();
    }
}

package org.bargardan.text.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A small book made up from a seed, and the same book as a converter leaves it: broken into lines,
/// in one of several layouts.
record PrintedPages(String language, String book, String printed) {

    private static final List<String> PERSIAN_STARTS =
            List.of(
                    "باغبان پیر",
                    "همسایهٔ ما",
                    "دختر نانوا",
                    "راننده",
                    "معلم ده",
                    "پزشک شهر",
                    "مادربزرگ",
                    "نگهبان پل",
                    "سرباز جوان",
                    "برادر بزرگم");
    private static final List<String> PERSIAN_MIDDLES =
            List.of(
                    "هر روز صبح پیش از طلوع آفتاب",
                    "با چراغی که نفتش رو به پایان بود",
                    "بی‌آن‌که کسی از او بخواهد",
                    "در سرمای آن زمستان بلند",
                    "کنار پنجره‌ای که رو به رودخانه باز می‌شد",
                    "به یاد سال‌های دور و خانه‌ای که دیگر نبود",
                    "با صدایی آرام و شمرده",
                    "همراه کودکانی که از مدرسه برمی‌گشتند");
    private static final List<String> PERSIAN_ENDS =
            List.of(
                    "از کوچه می‌گذشت",
                    "نامه‌ای را بار دیگر خواند",
                    "در را باز گذاشت",
                    "به آسمان نگاه کرد",
                    "آهسته آواز می‌خواند",
                    "چیزی نگفت و نشست");
    private static final List<String> ENGLISH_STARTS =
            List.of(
                    "The old gardener",
                    "Our neighbour",
                    "The baker's daughter",
                    "A driver",
                    "The village teacher",
                    "My elder brother",
                    "The keeper of the bridge");
    private static final List<String> ENGLISH_MIDDLES =
            List.of(
                    "before the sun had risen over the well-known hills",
                    "with a lamp whose oil was nearly gone",
                    "although nobody had asked for anything",
                    "in the long winter of that unhappy year",
                    "beside a window that looked upon the river",
                    "remembering a house which stood no longer",
                    "together with children returning from school");
    private static final List<String> ENGLISH_ENDS =
            List.of(
                    "walked through the narrow street", "read the letter once again",
                    "left the heavy door unlocked", "watched the changing sky",
                    "sang in a quiet voice", "sat down and said nothing");

    enum Style {
        /// A line under a line, an empty one between paragraphs.
        PLAIN,
        /// An empty line after every line, two between paragraphs.
        DOUBLE,
        /// The same, with a space in the empty lines between paragraphs, and pages.
        SPACED,
        /// Paragraphs known by their indented first lines.
        INDENTED,
        /// No sign of a paragraph but its short last line.
        SOLID,
        /// As PLAIN, on pages with a running head and a number.
        HEADED,
        /// As DOUBLE, with a number below each page.
        NUMBERED,
        /// As PLAIN, on pages with notes.
        NOTED,
        /// As PLAIN, in English with words broken at the ends of lines.
        HYPHENED
    }

    static PrintedPages of(long seed, String language, Style style) {
        var random = new Random(seed);
        var book = new ArrayList<String>();
        for (int chapter = 0; chapter < 3; chapter++) {
            book.add(heading(chapter, language));
            for (int i = 0; i < 6; i++) {
                book.add(paragraph(random, language));
            }
        }
        var printed = new StringBuilder();
        int width = 60 + random.nextInt(20);
        int onPage = 0;
        int notes = 0;
        boolean persian = language.equals("fa");
        for (int i = 0; i < book.size(); i++) {
            boolean heading = i % 7 == 0;
            boolean hyphens = style == Style.HYPHENED && !persian;
            var lines = hyphens ? hyphened(book.get(i), width) : wrapped(book.get(i), width);
            var note = persian ? "این را پیرتر از او گفته بود." : "So he was told as a child.";
            boolean noted = style == Style.NOTED && !heading && lines.size() >= 6;
            if (noted && book.get(i).indexOf('.') < 3 * width) {
                // The mark after the first sentence, the body after the fifth line.
                var number = digits(++notes, persian);
                int mark = book.get(i).indexOf('.') + 1;
                var marked = new StringBuilder(book.get(i)).insert(mark, number).toString();
                lines = wrapped(marked, width);
                lines.add(5, "\n" + number + (persian ? " - " : ". ") + note + "\n\f");
                var right = persian ? number : "[^" + number + "]";
                var kept = new StringBuilder(book.get(i)).insert(mark, right);
                book.set(i, kept + "\n\n[^" + notes + "]: " + note);
            }
            if (style == Style.SOLID && !heading) {
                // A full last line would say nothing.
                while (lines.getLast().length() > width * 0.6) {
                    book.set(i, book.get(i) + " " + sentence(random, language));
                    lines = wrapped(book.get(i), width);
                }
            }
            for (int j = 0; j < lines.size(); j++) {
                boolean first = j == 0;
                printed.append(first ? "" : between(style, ++onPage, persian));
                printed.append(style == Style.INDENTED && first && !heading ? "    " : "");
                printed.append(lines.get(j));
            }
            printed.append(i + 1 == book.size() ? "\n" : after(style, heading));
        }
        return new PrintedPages(language, String.join("\n\n", book) + "\n", printed.toString());
    }

    private static String between(Style style, int onPage, boolean persian) {
        boolean newPage = onPage % 17 == 0;
        return switch (style) {
            case PLAIN, INDENTED, SOLID, NOTED, HYPHENED -> "\n";
            case HEADED ->
                    newPage
                            ? "\n\n%s\n\n\f%s\n\n"
                                    .formatted(digits(20 + onPage / 17, persian), head(persian))
                            : "\n";
            case NUMBERED ->
                    newPage
                            ? "\n\n\n\n- %s -\n\n\n\n".formatted(digits(onPage / 17, persian))
                            : "\n\n";
            case DOUBLE -> newPage ? "\n\n\n\n\n" : "\n\n";
            case SPACED -> newPage ? " \n\n\n\n" : " \n\n ";
        };
    }

    private static String after(Style style, boolean heading) {
        return switch (style) {
            case PLAIN, HEADED, NOTED, HYPHENED -> heading ? "\n\n\n" : "\n\n";
            case DOUBLE, NUMBERED -> "\n\n\n";
            case SPACED -> heading ? "\n\n \n\n \n\n" : "\n\n \n\n";
            case INDENTED, SOLID -> "\n";
        };
    }

    private static String head(boolean persian) {
        return persian ? "داستان‌های رودخانه" : "TALES OF THE RIVER";
    }

    private static String digits(int number, boolean persian) {
        var text = Integer.toString(number);
        if (!persian) {
            return text;
        }
        var digits = new StringBuilder();
        text.chars().forEach(c -> digits.append((char) (c - '0' + '۰')));
        return digits.toString();
    }

    // After the second letter of a word that does not fit in.
    private static List<String> hyphened(String paragraph, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : paragraph.split(" ")) {
            if (line.length() + word.length() + 1 > width) {
                boolean fits = line.length() + 5 <= width;
                boolean letters = word.matches("[a-z]{6,}[.,?]?");
                int cut = word.indexOf('-') > 0 ? word.indexOf('-') + 1 : fits && letters ? 3 : 0;
                boolean compound = word.indexOf('-') > 0 && line.length() + cut + 1 <= width;
                if (cut > 0 && (letters || compound)) {
                    line.append(' ').append(word, 0, cut).append(compound ? "" : "-");
                    word = word.substring(cut);
                }
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    static List<String> wrapped(String paragraph, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : paragraph.split(" ")) {
            if (line.length() + word.length() + 1 > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String heading(int chapter, String language) {
        return language.equals("fa")
                ? List.of("خانهٔ کنار رود", "زمستان بلند", "بازگشت").get(chapter)
                : List.of("The House by the River", "A Long Winter", "Coming Back").get(chapter);
    }

    private static String paragraph(Random random, String language) {
        var text = new StringBuilder();
        for (int i = 3 + random.nextInt(6); i > 0; i--) {
            text.append(text.isEmpty() ? "" : " ").append(sentence(random, language));
        }
        return text.toString();
    }

    static String sentence(Random random, String language) {
        boolean persian = language.equals("fa");
        var starts = persian ? PERSIAN_STARTS : ENGLISH_STARTS;
        var middles = persian ? PERSIAN_MIDDLES : ENGLISH_MIDDLES;
        var ends = persian ? PERSIAN_ENDS : ENGLISH_ENDS;
        var comma = persian ? "،" : ",";
        return one(starts, random)
                + (random.nextBoolean() ? comma + " " + one(middles, random) + comma : "")
                + (random.nextBoolean() ? comma + " " + one(middles, random) + comma : "")
                        .replaceFirst("^" + comma, "")
                + " "
                + one(ends, random)
                + (random.nextInt(5) == 0 ? persian ? "؟" : "?" : ".");
    }

    private static String one(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}

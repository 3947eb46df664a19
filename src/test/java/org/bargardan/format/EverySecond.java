package org.bargardan.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bargardan.format.Translation.Note;
import org.bargardan.format.Translation.Target;
import org.bargardan.text.InlineCode;
import org.bargardan.text.InlineCode.Kind;
import org.bargardan.text.TaggedText;

/// A translation of every second paragraph, the first that the author wrote with a note of the
/// translator and words in bold, all with the codes of the source in the reverse order.
final class EverySecond {

    static final String NOTE_LABEL = "یادداشت مترجم";
    static final String NOTE = "این را مترجم می‌گوید.";

    private final List<Target> targets = new ArrayList<>();

    EverySecond(ExtractedDocument document) {
        boolean isNoted = false;
        for (int i = 0; i < document.paragraphs().size(); i += 2) {
            ExtractedParagraph paragraph = document.paragraphs().get(i);
            boolean isHere = !isNoted && paragraph.kind() != ParagraphKind.FURNITURE;
            targets.add(target(paragraph, isHere, i));
            isNoted |= isHere;
        }
    }

    List<Target> targets() {
        return targets;
    }

    private static Target target(ExtractedParagraph paragraph, boolean noted, int number) {
        var codes = new ArrayList<InlineCode>();
        var words = new StringBuilder("بندِ " + number + " به «فارسی» است");
        int highest = 0;
        for (InlineCode code : paragraph.content().codes().reversed()) {
            highest = Math.max(highest, code.id());
            if (code.kind() == Kind.ALONE) {
                codes.add(new InlineCode(words.length(), code.id(), code.kind(), code.label()));
                words.append(" و");
            } else if (code.kind() == Kind.OPEN) {
                words.append(" با ");
                codes.add(new InlineCode(words.length(), code.id(), code.kind(), code.label()));
                words.append("نشان ").append(code.id());
                codes.add(new InlineCode(words.length(), code.id(), Kind.CLOSE, code.label()));
            }
        }
        var notes = new ArrayList<Note>();
        if (noted) {
            int bold = highest + 1;
            int mark = highest + 2;
            words.append(" نیز ");
            codes.add(new InlineCode(words.length(), bold, Kind.OPEN, "b"));
            words.append("درشت");
            codes.add(new InlineCode(words.length(), bold, Kind.CLOSE, "b"));
            codes.add(new InlineCode(words.length(), mark, Kind.ALONE, "tn"));
            notes.add(new Note(mark, NOTE_LABEL, TaggedText.plain(NOTE)));
        }
        words.append(".");
        return new Target(
                paragraph.place().textUnit(), new TaggedText(words.toString(), codes), notes);
    }

    /// The words and codes of all targets are in the file, at their places, and the note at its
    /// end.
    void assertHeldBy(ExtractedDocument document) {
        Map<String, ExtractedParagraph> byUnit = new HashMap<>();
        document.paragraphs()
                .forEach(paragraph -> byUnit.put(paragraph.place().textUnit(), paragraph));
        for (Target target : targets) {
            var paragraph = byUnit.get(target.textUnit());
            assertThat(paragraph.text()).isEqualTo(target.text().text());
            assertThat(codes(paragraph.content()))
                    .as(paragraph.text())
                    .isEqualTo(codes(target.text()));
        }
        assertThat(document.paragraphs())
                .anySatisfy(paragraph -> {
                    assertThat(paragraph.kind()).isEqualTo(ParagraphKind.FOOTNOTE);
                    assertThat(paragraph.text()).contains(NOTE_LABEL + ": " + NOTE);
                    assertThat(paragraph.place().mark()).isNotNull();
                });
    }

    private static List<String> codes(TaggedText text) {
        return text.codes().stream()
                .map(code -> code.at() + " " + code.kind() + " " + code.label().replace("tn", "fn"))
                .toList();
    }
}

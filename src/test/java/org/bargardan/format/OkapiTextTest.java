package org.bargardan.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.okapi.common.resource.Code;
import net.sf.okapi.common.resource.TextFragment;
import net.sf.okapi.common.resource.TextFragment.TagType;
import org.bargardan.format.Translation.Note;
import org.bargardan.format.Translation.Target;
import org.bargardan.text.InlineCode;
import org.bargardan.text.InlineCode.Kind;
import org.bargardan.text.InlineCodes;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OkapiTextTest {

    private static final OkapiMarkup HTML =
            new OkapiMarkup() {
                @Override
                public String characters(Code code) {
                    return code.getData().equals("<br>") ? "\n" : "";
                }

                @Override
                public Optional<Code> codeOf(char character) {
                    return character == '\n'
                            ? Optional.of(new Code(TagType.PLACEHOLDER, "lb", "<br>"))
                            : Optional.empty();
                }

                @Override
                public Optional<Code> added(Kind kind, String label, String address) {
                    return Optional.of(
                            OkapiMarkup.code(
                                    kind,
                                    label,
                                    (kind == Kind.OPEN ? "<" : "</") + label + address + ">"));
                }

                @Override
                public Optional<Code> note(Note note) {
                    return Optional.of(
                            OkapiMarkup.code(Kind.ALONE, "tn", "(" + note.body().text() + ")"));
                }
            };

    /// ` The <b>cat</b>, <img><br>sat<i>!</i> `
    private static TextFragment cat() {
        var fragment = new TextFragment(" The ");
        fragment.append(TagType.OPENING, "bold", "<b>");
        fragment.append("cat");
        fragment.append(TagType.CLOSING, "bold", "</b>");
        fragment.append(", ");
        fragment.append(TagType.PLACEHOLDER, "image", "<img>");
        fragment.append(TagType.PLACEHOLDER, "lb", "<br>");
        fragment.append("sat");
        fragment.append(TagType.OPENING, "x-italic;", "<i>");
        fragment.append("!");
        fragment.append(TagType.CLOSING, "x-italic;", "</i>");
        fragment.append(" ");
        fragment.balanceMarkers();
        return fragment;
    }

    @Test
    void codesStandBesideTheTextAndBreaksInIt() {
        var text = OkapiText.of(cat(), HTML);
        assertThat(text.content().text()).isEqualTo("The cat, \nsat!");
        assertThat(InlineCodes.write(text.content().codes()))
                .isEqualTo("4+1:b;7-1:b;9=2:img;13+3:i;14-3:i");
        assertThat(text.sources())
                .extracting(CodeSource::content)
                .containsExactly("<b>", "</b>", "<img>", "<i>", "</i>");
        assertThat(text.sources())
                .extracting(CodeSource::deletable)
                .containsExactly(true, true, false, true, true);
        assertThat(text.hasWords()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // as it was
                "The cat, ~sat!|4+1:b;7-1:b;9=2:img;13+3:i;14-3:i| The <b>cat</b>, <img><br>sat<i>!</i> ",
                // in another order, with a picture that was left out
                "sat! cat|0+3:i;3-3:i;5+1:b;8-1:b| <i>sat</i>! <b>cat</b><img> ",
                // across each other
                "abcd|0+1:b;1+3:i;2-1:b;3-3:i| <b>a<i>b</i></b><i>c</i>d<img> ",
                // half a pair
                "ab|1+1:b| a<b>b</b><img> ",
                "ab|1-1:b| ab<img> ",
                // one code twice
                "ab|0=2:img;1=2:img| <img>ab ",
                // codes of the target's own
                "abc|0+7:b;1+8:a x;2-8:a x;2-7:b;3=9:tn| <b>a<ax>b</ax></b>c(note)<img> ",
                // unknown ones
                "ab|0+7:blink;1-7:blink;1=8:x| ab<img> ",
            })
    void targetsAreWrittenWithTheirCodes(String words, String codes, String expected) {
        var text = OkapiText.of(cat(), HTML);
        var target =
                new Target(
                        "1",
                        new TaggedText(words.replace('~', '\n'), InlineCodes.read(codes)),
                        List.of(new Note(9, "TN", TaggedText.plain("note"))));
        assertThat(text.target(List.of(target)).toText()).isEqualTo(" " + expected + " ");
    }

    @Test
    void aSplitParagraphIsWrittenWhole() {
        var text = OkapiText.of(cat(), HTML);
        var first = new Target("1", tagged("The cat,", "4+1:b"), List.of());
        var second = new Target("1", tagged("sat!", "0-1:b;1=2:img"), List.of());
        assertThat(text.target(List.of(first, second)).toText())
                .isEqualTo(" The <b>cat, </b>s<img>at! ");
    }

    @Test
    void signsThatOkapiUsesItselfAreKept() {
        var fragment = new TextFragment();
        fragment.append("a\uE101b\uE103");
        var text = OkapiText.of(fragment, HTML);
        assertThat(text.content()).isEqualTo(TaggedText.plain("a\uE101b\uE103"));
        var again = text.target(List.of(new Target("1", text.content(), List.of())));
        assertThat(again.getText()).isEqualTo("a\uE101b\uE103");
    }

    @Test
    void whateverTheCodesPairsComeOutNested() {
        var random = new GeneratedTexts(7);
        var text = OkapiText.of(cat(), HTML);
        for (int i = 0; i < 2_000; i++) {
            var codes = new ArrayList<InlineCode>();
            int at = 0;
            for (int more = random.below(12); more > 0; more--) {
                at = Math.min(3, at + random.below(2));
                codes.add(
                        new InlineCode(
                                at,
                                random.oneOf(List.of(1, 2, 3, 7, 8)),
                                random.oneOf(List.of(Kind.values())),
                                random.oneOf(List.of("b", "i", "a y", "tn", "z"))));
            }
            var target = new Target("1", new TaggedText("abc", codes), List.of());
            assertNested(text.target(List.of(target)));
        }
    }

    private static void assertNested(TextFragment fragment) {
        var open = new ArrayList<String>();
        for (Code code : fragment.getCodes()) {
            if (code.getTagType() == TagType.OPENING) {
                open.add(code.getData().replace("<", "</"));
            } else if (code.getTagType() == TagType.CLOSING) {
                assertThat(code.getData()).as(fragment.toText()).isEqualTo(open.removeLast());
            }
        }
        assertThat(open).as(fragment.toText()).isEmpty();
    }

    private static TaggedText tagged(String text, String codes) {
        return new TaggedText(text, InlineCodes.read(codes));
    }
}

package org.bargardan.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bargardan.GeneratedText;
import org.bargardan.text.InlineCode.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaggedTextTest {

    private static final InlineCode BOLD = new InlineCode(0, 1, Kind.OPEN, "b");
    private static final InlineCode NOTE = new InlineCode(2, 2, Kind.ALONE, "fn;\\3");
    private static final InlineCode BOLD_END = new InlineCode(2, 1, Kind.CLOSE, "b");

    @Test
    void placesCountCodePoints() {
        assertThat(new TaggedText("𐎠𐎡", List.of(BOLD, NOTE, BOLD_END)).codes()).hasSize(3);
        assertThatIllegalArgumentException().isThrownBy(() -> new TaggedText("𐎠", List.of(NOTE)));
    }

    @Test
    void codesStandInOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TaggedText("شب", List.of(NOTE, BOLD)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InlineCode(-1, 1, Kind.OPEN, "b"));
    }

    @Test
    void aPlainTextHasNoCodes() {
        assertThat(TaggedText.plain("شب")).isEqualTo(new TaggedText("شب", List.of()));
    }

    @Test
    void theStoredFormOfCodesNeverChanges() {
        assertThat(InlineCodes.write(List.of())).isEmpty();
        assertThat(InlineCodes.read("")).isEmpty();
        assertThat(InlineCodes.write(List.of(BOLD, NOTE, BOLD_END)))
                .isEqualTo("0+1:b;2=2:fn\\;\\\\3;2-1:b");
    }

    @ParameterizedTest
    @MethodSource("org.bargardan.GeneratedText#samples")
    void codesReadAreTheCodesWritten(GeneratedText sample) {
        var random = new Random(sample.seed());
        var codes = new ArrayList<InlineCode>();
        for (var label : sample.text().split(" ")) {
            if (StorableText.problemIn(label).isEmpty()) {
                var kind = Kind.values()[random.nextInt(3)];
                var end = List.of("", "\\", ";", ":;\\;").get(random.nextInt(4));
                codes.add(
                        new InlineCode(
                                random.nextInt(9_999), random.nextInt(99), kind, label + end));
            }
        }
        assertThat(InlineCodes.read(InlineCodes.write(codes))).isEqualTo(codes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b",
                "1",
                "1+",
                "1+2",
                "+1:b",
                "1+:b",
                "1*2:b",
                "1+2:b;;",
                "-1+2:b",
                "99999999999+1:b"
            })
    void whatIsNoStoredFormIsRefused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> InlineCodes.read(line));
    }

    @Test
    void whatNoDatabaseCanHoldIsNamedWithItsPlace() {
        assertThat(StorableText.problemIn("𐎠\u0000"))
                .contains(new StorableText.Problem(0, 1))
                .map(StorableText.Problem::toString)
                .contains("U+0000 at 1");
        assertThat(StorableText.problemIn("a\uD83D")).contains(new StorableText.Problem(0xD83D, 1));
        assertThat(StorableText.problemIn("\uDE00")).contains(new StorableText.Problem(0xDE00, 0));
        assertThat(StorableText.problemIn("\uFFFE")).contains(new StorableText.Problem(0xFFFE, 0));
        assertThat(StorableText.problemIn("ab\uFFFF"))
                .contains(new StorableText.Problem(0xFFFF, 2));
    }

    @Test
    void everythingElseMayBeStored() {
        assertThat(StorableText.problemIn("می‌روم\u200F\u0001\t\r\n👩‍🚀\uFFFD\uFEFF\uE000ﷺ"))
                .isEmpty();
        assertThat(StorableText.problemIn("")).isEmpty();
    }
}

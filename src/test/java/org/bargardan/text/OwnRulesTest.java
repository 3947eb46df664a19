package org.bargardan.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.bargardan.GeneratedText;
import org.bargardan.text.ExplainedCut.Decision;
import org.bargardan.text.SrxProblem.Kind;
import org.bargardan.text.SrxProblem.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules that a project brings along, before ours.
class OwnRulesTest {

    private static final Segmenter PERSIAN = Segmenter.forLanguage("fa");
    private static final Segmenter ENGLISH = Segmenter.forLanguage("en");

    private static final WrittenRule NO_END_AFTER_EXHIBIT =
            new WrittenRule(false, "\\bExh\\.", "\\s", "Exh. 5");
    private static final WrittenRule END_AFTER_SEMICOLON = new WrittenRule(true, "؛", "\\s", "");

    @Test
    void anExceptionOfAProjectsOwnStandsBeforeUnicodesBreaks() {
        var text = "See Exh. Nine. It rained.";
        assertThat(ENGLISH.cut(text).texts()).hasSize(3);
        assertThat(with(ENGLISH, NO_END_AFTER_EXHIBIT).cut(text).texts())
                .containsExactly("See Exh. Nine.", "It rained.");
    }

    @Test
    void aRuleOfAProjectsOwnStandsBeforeOurs() {
        var text = "باران بارید؛ رود آمد. سال ۱۳۲۰ ه.ش. بود.";
        assertThat(PERSIAN.cut(text).texts())
                .containsExactly("باران بارید؛ رود آمد.", "سال ۱۳۲۰ ه.ش. بود.");
        assertThat(
                        with(
                                        PERSIAN,
                                        END_AFTER_SEMICOLON,
                                        new WrittenRule(true, "ه\\.ش\\.", "\\s", ""))
                                .cut(text)
                                .texts())
                .containsExactly("باران بارید؛", "رود آمد.", "سال ۱۳۲۰ ه.ش.", "بود.");
    }

    @Test
    void ofTwoOwnRulesTheFirstDecides() {
        var breaks = new WrittenRule(true, ";", "\\s", "");
        var holds = new WrittenRule(false, "no;", "", "");
        assertThat(with(ENGLISH, holds, breaks).cut("yes; no; end").texts())
                .containsExactly("yes;", "no; end");
        assertThat(with(ENGLISH, breaks, holds).cut("yes; no; end").texts())
                .containsExactly("yes;", "no;", "end");
    }

    @Test
    void aCutSaysWhoDecidedIt() {
        var cut =
                with(ENGLISH, NO_END_AFTER_EXHIBIT, new WrittenRule(true, ";", "\\s", ""))
                        .explained("See Exh. Nine; it rained. Dr. Gray left.");
        assertThat(cut.cut().texts())
                .containsExactly("See Exh. Nine;", "it rained.", "Dr. Gray left.");
        assertThat(cut.decisions())
                .startsWith(
                        new Decision(8, false, new RuleName(true, "Project", 1)),
                        new Decision(14, true, new RuleName(true, "Project", 2)),
                        new Decision(25, true, null));
        assertThat(cut.decisions().getLast())
                .satisfies(held -> assertThat(held.ends()).isFalse())
                .satisfies(held -> assertThat(held.by()).isNotNull())
                .satisfies(held -> assertThat(held.at()).isEqualTo(29));
        assertThat(cut.leftOut()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.bargardan.GeneratedText#samples")
    void whateverARuleCutsThePiecesJoinedAreTheParagraph(GeneratedText sample) {
        var anywhere = with(PERSIAN, new WrittenRule(true, "", "\\b", ""));
        assertThat(anywhere.cut(sample.text()).joined()).isEqualTo(sample.text());
    }

    @Test
    void aTableIsReadAsItWasWritten() {
        var rules =
                List.of(
                        NO_END_AFTER_EXHIBIT,
                        END_AFTER_SEMICOLON,
                        new WrittenRule(false, "[<&>]", " ", "a < b & c, and - even so -> this"),
                        new WrittenRule(true, "", "(?=»)", ""));
        var srx = SrxRules.write(rules);
        assertThat(SrxRules.own(srx).asTable()).contains(rules);
        assertThat(SrxRules.write(SrxRules.own(srx).asTable().orElseThrow())).isEqualTo(srx);
        assertThat(SrxRules.own(SrxRules.write(List.of())).asTable()).contains(List.of());
    }

    @Test
    void aNoteThatWouldEndItsCommentIsStillANote() {
        var srx = SrxRules.write(List.of(new WrittenRule(true, "a", "b", "so --> it --- is -")));
        assertThat(SrxRules.own(srx).asTable().orElseThrow()).hasSize(1);
    }

    @Test
    void whatATableWouldLoseIsNoTable() {
        var srx = SrxRules.write(List.of(END_AFTER_SEMICOLON));
        assertThat(SrxRules.own(srx.replace("\".*\"", "\"fa.*\"")).asTable()).isEmpty();
        assertThat(SrxRules.own(srx.replace("<body>", "<!-- Ours. --><body>")).asTable()).isEmpty();
        assertThat(SrxRules.own(srx.replace("</body>", "<!-- Ours. --></body>")).asTable())
                .isEmpty();
    }

    static List<Arguments> malformed() {
        return List.of(
                arguments("(a", Kind.NOT_CLOSED, "(a"),
                arguments("[a", Kind.NOT_CLOSED, "[a"),
                arguments("a\\", Kind.NOT_CLOSED, "\\"),
                arguments("a)", Kind.NOT_OPENED, ")"),
                arguments("*a", Kind.NOTHING_TO_REPEAT, "*a"),
                arguments("a{2}{3}", Kind.NOTHING_TO_REPEAT, "{3}"),
                arguments("a{x}", Kind.NOTHING_TO_REPEAT, "{x}"),
                arguments("(?:a*)*", Kind.EMPTY_REPEATED, "(?:a*)*"),
                arguments("^{100000}", Kind.EMPTY_REPEATED, "^{100000}"),
                arguments("(|)(|)(|)", Kind.EMPTY_CHOICES, "|"),
                arguments("(?:a?|b?)", Kind.EMPTY_CHOICES, "a?|b?"),
                arguments("(a)\\1", Kind.NOT_ALLOWED, "\\1"),
                arguments("(?x)a #(", Kind.NOT_ALLOWED, "(?x)a #("),
                arguments("\\Q(\\E", Kind.NOT_ALLOWED, "\\Q"),
                arguments("(?<=a{900})b", Kind.TOO_FAR_BACK, "(?<=a{900})"),
                arguments("a".repeat(1_001), Kind.PATTERN_TOO_LONG, "1000"),
                arguments(
                        "\\p{Nonsense}",
                        Kind.PATTERN,
                        "Unknown character property name {Nonsense}"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aPatternThatCannotBeUsedIsRefusedWithItsLineRuleAndReason(
            String pattern, Kind kind, String detail) {
        var srx =
                SrxRules.write(
                        List.of(END_AFTER_SEMICOLON, new WrittenRule(true, "a", pattern, "")));
        assertThatThrownBy(() -> SrxRules.own(srx))
                .isInstanceOfSatisfying(
                        MalformedSrx.class,
                        e -> {
                            assertThat(e.problem().kind()).isEqualTo(kind);
                            assertThat(e.problem().part()).isEqualTo(Part.AFTER);
                            assertThat(e.problem().line()).isEqualTo(11);
                            assertThat(e.problem().rule()).isEqualTo(2);
                            assertThat(e.problem().detail()).startsWith(detail);
                        });
        assertThat(SrxRules.problemIn(new WrittenRule(true, pattern, "", ""), 7))
                .hasValueSatisfying(problem -> {
                    assertThat(problem.part()).isEqualTo(Part.BEFORE);
                    assertThat(problem.rule()).isEqualTo(7);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?:\\s|$)",
                "[\\p{L}&&[^a-z]]+",
                "(?i)ch\\.",
                "(?i:ch|sec)\\.",
                "(?<=\\d{1,3})\\.",
                "\\u06F1?[؛:]",
                "[.!?؟…][\"»”’)\\]]{0,3}",
                "(?<name>a)|",
                "a{2,}?b++",
                "]}"
            })
    void whatRuleFilesUseIsAllowed(String pattern) {
        assertThat(SrxRules.problemIn(new WrittenRule(true, pattern, pattern, ""), 1)).isEmpty();
    }

    static Stream<String> ours() {
        return Stream.of("persian", "english");
    }

    /// Somebody may take our files as the beginning of their own.
    @ParameterizedTest
    @MethodSource("ours")
    void ourOwnRulesWouldPass(String name) {
        for (var language : List.of("fa", "en")) {
            for (var rule : SrxRules.bundled(name).rulesFor(language)) {
                assertThat(SrxRules.problemIn(rule.written(), 1)).as("%s", rule.name()).isEmpty();
            }
        }
    }

    @Test
    void aFileOfTooMuchIsRefused() {
        assertThat(problem(SrxRules.write(Collections.nCopies(201, END_AFTER_SEMICOLON))).kind())
                .isEqualTo(Kind.TOO_MANY_RULES);
        assertThat(
                        problem(SrxRules.write(List.of(END_AFTER_SEMICOLON)).replace("؛", "\uD800"))
                                .kind())
                .isEqualTo(Kind.NOT_XML);
        assertThat(problem(" <srx>" + "a".repeat(SrxRules.OWN_TEXT_MOST)).kind())
                .isEqualTo(Kind.FILE_TOO_LONG);
    }

    @Test
    void whatIsNoSrxIsRefusedWithItsLine() {
        assertThat(problem("<srx xmlns='http://www.lisa.org/srx20'>\n<body>\n</srx>"))
                .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.NOT_XML))
                .satisfies(it -> assertThat(it.line()).isEqualTo(3));
        assertThat(problem("<tmx/>").kind()).isEqualTo(Kind.NOT_SRX);
        assertThat(problem("<!DOCTYPE srx [<!ENTITY a 'b'>]><srx>&a;</srx>").kind())
                .isEqualTo(Kind.DOCUMENT_TYPE);
        var srx = SrxRules.write(List.of(END_AFTER_SEMICOLON));
        assertThat(
                        problem(
                                        srx.replace(
                                                "languagemap languagepattern=\".*\"",
                                                "languagemap languagepattern=\"(a*)*\""))
                                .part())
                .isEqualTo(Part.LANGUAGES);
    }

    /// Each of them would work for longer than anybody lives, were nobody counting.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+$",
                "(?:a|a)+$",
                "(?:a+b?)+c",
                "(?=(a+)+$)",
                "a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a{30}c"
            })
    @Timeout(10)
    void aPatternWithoutEndIsLeftOut(String pattern) {
        var text = "a".repeat(5_000) + "! It rained; we left. " + "a".repeat(300) + "!";
        for (var rule :
                List.of(
                        new WrittenRule(true, pattern, "", ""),
                        new WrittenRule(true, "", pattern, ""),
                        new WrittenRule(false, pattern, pattern, ""))) {
            var cut = with(ENGLISH, rule).explained(text);
            assertThat(cut.cut().joined()).isEqualTo(text);
            if (rule.breaks()) {
                assertThat(cut.leftOut()).containsExactly(new RuleName(true, "Project", 1));
            }
        }
    }

    @Test
    @Timeout(20)
    void twoHundredRulesWithoutEndTakeNoLongTime() {
        var rules = Collections.nCopies(200, new WrittenRule(true, "", "(a+)+$", ""));
        var own = ENGLISH.with(SrxRules.own(SrxRules.write(rules)));
        var text = "a".repeat(5_000) + "!";
        assertThat(own.explained(text).leftOut()).hasSizeGreaterThan(9);
    }

    @Test
    @Timeout(10)
    void aLanguagePatternWithoutEndIsForNoLanguage() {
        var srx =
                SrxRules.write(List.of(END_AFTER_SEMICOLON))
                        .replace("\".*\"", "\"([a-z]+)+[0-9]\"");
        assertThat(SrxRules.own(srx).rulesFor("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")).isEmpty();
    }

    @Test
    void aRuleThatIsLeftOutInOneTextWorksInTheNext() {
        var own = with(ENGLISH, new WrittenRule(true, "\\s", "(a+)+;", ""));
        assertThat(own.explained("a".repeat(3_000) + "!").leftOut()).hasSize(1);
        assertThat(own.cut("It rained aa;").texts()).containsExactly("It rained", "aa;");
    }

    private static Segmenter with(Segmenter segmenter, WrittenRule... own) {
        return segmenter.with(SrxRules.own(SrxRules.write(List.of(own))));
    }

    private static SrxProblem problem(String srx) {
        try {
            SrxRules.own(srx);
        } catch (MalformedSrx e) {
            return e.problem();
        }
        throw new AssertionError("nothing is wrong with " + srx);
    }
}

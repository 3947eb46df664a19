package org.bargardan.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SrxRulesTest {

    private static final String TWO_SETS =
            """
            <languagerule languagerulename="Persian">
              <rule break="no"><beforebreak>a</beforebreak><afterbreak>b</afterbreak></rule>
              <rule><beforebreak>c</beforebreak></rule>
            </languagerule>
            <languagerule languagerulename="All"><rule break="yes"/></languagerule>
            """;

    private static final String TWO_MAPS =
            """
            <languagemap languagepattern="FA.*" languagerulename="Persian"/>
            <languagemap languagepattern=".*" languagerulename="All"/>
            """;

    @Test
    void breakIsYesUnlessTheRuleSaysNo() throws IOException {
        assertThat(read("yes", TWO_SETS, TWO_MAPS).rulesFor("fa"))
                .extracting(SrxRule::breaks)
                .containsExactly(false, true, true);
    }

    @Test
    void withoutCascadeTheFirstMapThatMatchesIsTheOnlyOne() throws IOException {
        assertThat(read("no", TWO_SETS, TWO_MAPS).rulesFor("fa-IR")).hasSize(2);
        assertThat(read("no", TWO_SETS, TWO_MAPS).rulesFor("en")).hasSize(1);
    }

    @Test
    void aLanguagePatternMatchesTheWholeTagInAnyCase() throws IOException {
        var maps = "<languagemap languagepattern='FA' languagerulename='Persian'/>";
        assertThat(read("yes", TWO_SETS, maps).rulesFor("fa")).hasSize(2);
        assertThat(read("yes", TWO_SETS, maps).rulesFor("fa-IR")).isEmpty();
    }

    @Test
    void aBadExpressionIsRefusedNamingTheRuleAndTheReason() {
        var sets =
                """
                <languagerule languagerulename="Persian">
                <rule><beforebreak>a</beforebreak></rule><rule><beforebreak>(a</beforebreak></rule>
                </languagerule>\
                """;
        assertThatThrownBy(() -> read("yes", sets, ""))
                .isInstanceOf(MalformedSrx.class)
                .hasMessage("SRX: rule 2 of \"Persian\", beforebreak \"(a\": Unclosed group");
    }

    @Test
    void aMapToRulesThatAreNotThereIsRefused() {
        assertThatThrownBy(() -> read("yes", TWO_SETS, TWO_MAPS.replace("All", "Al")))
                .hasMessageContaining("names the rules \"Al\", which are not there");
    }

    @Test
    void aDocumentTypeIsRefusedSoThatNoEntityIsEverRead() {
        var bomb =
                """
                <!DOCTYPE srx [<!ENTITY a SYSTEM "file:///etc/hostname">]>
                <srx xmlns="http://www.lisa.org/srx20"><body>&a;</body></srx>\
                """;
        assertThatThrownBy(() -> SrxRules.read(new ByteArrayInputStream(bomb.getBytes(UTF_8))))
                .isInstanceOf(MalformedSrx.class);
    }

    @Test
    void whatIsNoSrxIsRefused() {
        for (var xml :
                new String[] {"", "text", "<srx", "<tmx version='1.4'/>", "<srx><body/></srx>"}) {
            assertThatThrownBy(() -> SrxRules.read(new ByteArrayInputStream(xml.getBytes(UTF_8))))
                    .as(xml)
                    .isInstanceOf(MalformedSrx.class);
        }
    }

    @Test
    void repeatedGroupsMayStandBeforeABreak() throws IOException {
        var sets =
                "<languagerule languagerulename='All'><rule break='no'>"
                        + "<beforebreak>(?:[A-Z]\\.\\s*)+</beforebreak></rule></languagerule>";
        var maps = "<languagemap languagepattern='.*' languagerulename='All'/>";
        var segmenter = new Segmenter(java.util.Locale.ENGLISH, read("yes", sets, maps));
        assertThat(segmenter.cut("By J. R. R. Marlow. It sold.").texts())
                .containsExactly("By J. R. R. Marlow.", "It sold.");
    }

    private static SrxRules read(String cascade, String sets, String maps) throws IOException {
        var xml =
                """
                <srx xmlns="http://www.lisa.org/srx20" version="2.0"><header cascade="%s"/>
                <body><languagerules>%s</languagerules><maprules>%s</maprules></body></srx>\
                """
                        .formatted(cascade, sets, maps);
        return SrxRules.read(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    }
}

package org.bargardan.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "sara@example.org, sara@example.org",
        "Sara.R+books@Mail.Example.ORG, Sara.R+books@mail.example.org",
        "o'neil@example.org, o'neil@example.org",
        "omid@ex\u00e4mple.org, omid@xn--exmple-cua.org",
        "omid@xn--exmple-cua.org, omid@xn--exmple-cua.org"
    })
    void isWhatMailServersKnow(String written, String sent) {
        assertThat(MailAddress.of(written)).contains(new MailAddress(sent));
    }

    @Test
    void aPersianDomainKeepsItsZwnj() {
        var with = MailAddress.of("sara@\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.example");
        var without = MailAddress.of("sara@\u0646\u0627\u0645\u0647\u0627\u06cc.example");
        assertThat(with).isPresent().isNotEqualTo(without);
        assertThat(with.orElseThrow().sent()).matches("sara@xn--[a-z0-9-]+\\.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sara",
                "@example.org",
                "sara@",
                "sara@localhost",
                "sara@example.org.",
                "sara@example..org",
                "sara@-example.org",
                ".sara@example.org",
                "sa..ra@example.org",
                "a@b.example,c@d.example",
                "a@b@c.example",
                "a b@c.example",
                "\"a b\"@c.example",
                "a(b)@c.example",
                "<a@c.example>",
                "a@c.example>",
                "a@[127.0.0.1]",
                "a@c.example\r\nBcc: d@e.example",
                "a@c.example\n",
                "a\u0000@c.example",
                "\u0633\u0627\u0631\u0627@example.org",
                "a\u016dx@example.org",
                "\u202ea@example.org",
                "a@c.com\u010d\u010aRCPT\u0120TO:\u013cd\u0140e.org",
                "a@c.com\u013e\u0120NOTIFY=NEVER",
                "a@c.ex\u202eample",
                "a@c.ex\u2028ample"
            })
    void allElseIsNone(String written) {
        assertThat(MailAddress.of(written)).isEmpty();
    }

    @Test
    void itsLengthIsThatOfRfc5321() {
        assertThat(MailAddress.of("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(MailAddress.of("a".repeat(64) + "@example.org")).isPresent();
        assertThat(MailAddress.of("a@" + "b.".repeat(130) + "org")).isEmpty();
    }
}

package org.bargardan.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.time.Clock;
import java.util.List;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.base.Mail;
import org.bargardan.base.Mails;
import org.bargardan.project.ProjectRole;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.MailParseException;
import org.springframework.transaction.support.TransactionTemplate;

@House
class PasswordResetsByMailTest {

    @Autowired private Collective collective;
    @Autowired private Users users;
    @Autowired private Profiles profiles;
    @Autowired private SignInThrottle throttle;
    @Autowired private AuditLog audit;
    @Autowired private DSLContext database;
    @Autowired private Clock clock;
    @Autowired private TransactionTemplate transaction;

    private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private Mail mail;
    private PasswordResets resets;
    private UserId sara;
    private String address;

    @BeforeEach
    void saraGaveAnAddress() {
        server.start();
        mail = Mails.through("127.0.0.1", server.getSmtp().getPort());
        resets = new PasswordResets(database, users, profiles, throttle, audit, mail, clock);
        sara = collective.member(collective.project(), "sara", ProjectRole.TRANSLATOR);
        address = "sara" + sara.value() + "@example.org";
        var profile = profiles.of(sara);
        profiles.change(
                new Profile(profile.login(), profile.penName(), null, address, profile.version()),
                Collective.PASSWORD,
                sara);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void whoeverGaveAnAddressIsSentALinkThatWorksAndNamesThisSite() throws Exception {
        var letter = ask(users.loginOf(sara)).getFirst();
        mail.send(letter.to(), "subject", mail.address("reset/" + letter.link().text()));
        var received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getAllRecipients()[0].toString()).isEqualTo(address);
        assertThat(GreenMailUtil.getBody(received[0]))
                .contains("https://translate.example.org/reset/" + letter.link().text());
        assertThat(resets.find(letter.link())).contains(users.loginOf(sara));
    }

    @Test
    void theAddressWillDoInPlaceOfTheLogin() {
        assertThat(ask(address)).hasSize(1);
    }

    @Test
    void nobodyElseIsSentAnything() {
        assertThat(ask("nobody-here")).isEmpty();
        assertThat(ask("")).isEmpty();
        var omid = collective.member(collective.project(), "omid", ProjectRole.TRANSLATOR);
        assertThat(ask(users.loginOf(omid))).isEmpty();
    }

    @Test
    void askingAgainAndAgainEnds() {
        for (int i = 0; i < SignInThrottle.PER_PAIR; i++) {
            assertThat(ask(address)).hasSize(1);
        }
        assertThat(ask(address)).isEmpty();
    }

    @Test
    void blanksDoNotCountAsSomebodyElse() {
        for (int i = 0; i < SignInThrottle.PER_PAIR; i++) {
            ask(" ".repeat(i) + address);
        }
        assertThat(ask(" ".repeat(SignInThrottle.PER_PAIR) + address)).isEmpty();
    }

    @Test
    void nobodysMailboxIsFilledFromManyPlaces() {
        for (int i = 0; i < SignInThrottle.PER_PAIR; i++) {
            assertThat(ask(address, "place " + i + sara.value())).hasSize(1);
        }
        assertThat(ask(users.loginOf(sara), "elsewhere " + sara.value())).isEmpty();
    }

    @Test
    void aLinkSentToAnAddressGivenUpIsOfNoUse() {
        var link = ask(address).getFirst().link();
        var handedOver = resets.make(sara, collective.administrator());
        var sent = ask(address).getFirst().link();
        var mine = profiles.of(sara);
        var wanted =
                new Profile(mine.login(), mine.penName(), null, "new" + address, mine.version());
        assertThat(profiles.change(wanted, Collective.PASSWORD, sara))
                .isEqualTo(ProfileResult.CHANGED);
        assertThat(resets.find(link)).isEmpty();
        assertThat(resets.find(sent)).isEmpty();
        assertThat(resets.find(handedOver)).isPresent();
    }

    @Test
    void anAddressThatWouldArriveElsewhereIsNotWrittenTo() {
        assertThatThrownBy(() -> mail.send("a\u016dx@example.org", "s", "t"))
                .isInstanceOf(MailParseException.class);
        assertThatThrownBy(() -> mail.send("\u0633\u0627\u0631\u0627@example.org", "s", "t"))
                .isInstanceOf(MailParseException.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aDomainInAnotherScriptIsSentAsMailServersKnowIt() throws Exception {
        mail.send("omid@exa\u016dple.org", "subject", "text");
        assertThat(server.getReceivedMessages()[0].getAllRecipients()[0].toString())
                .isEqualTo("omid@xn--exaple-rmb.org");
    }

    @Test
    void aLetterKeepsItsSecretsOutOfLogs() {
        var letter = ask(address).getFirst();
        assertThat(letter.toString()).doesNotContain(address, letter.link().text());
    }

    private List<PasswordResets.Letter> ask(String who) {
        return ask(who, "address of " + sara.value());
    }

    private List<PasswordResets.Letter> ask(String who, String from) {
        return transaction.execute(status -> resets.ask(who, from));
    }
}

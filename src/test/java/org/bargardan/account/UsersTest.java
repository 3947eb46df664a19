package org.bargardan.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.account.RegistrationResult.Problem;
import org.bargardan.account.RegistrationResult.Registered;
import org.bargardan.account.RegistrationResult.Rejected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;

@House
class UsersTest {

    private static final String TEN_SIGNS = "1234567890";

    @Autowired private Collective collective;
    @Autowired private Users users;
    @Autowired private UserDetailsService signIn;
    @Autowired private PasswordEncoder passwords;
    @Autowired private JdbcClient database;

    private String unique;

    @BeforeEach
    void theServerHasStarted() {
        collective.administrator();
        unique = Collective.newcomer("n").login();
    }

    @ParameterizedTest
    @CsvSource({
        "Sara,  sara",
        "sara,  SARA",
        "علی,   علي",
        "كتاب,  کتاب",
        "گل\u200cنار, گلنار",
        "ﻧﺎﻡ,    نام",
        "ﬁ,     fi"
    })
    void namesThatLookAlikeAreOne(String first, String second) {
        assertThat(register(first + "x" + unique, unique)).isInstanceOf(Registered.class);
        assertThat(register(second + "x" + unique, unique + " two"))
                .isEqualTo(new Rejected(Problem.LOGIN_TAKEN));
        assertThat(register(unique, first + " " + unique)).isInstanceOf(Registered.class);
        assertThat(register(unique + "b", second + " " + unique))
                .isEqualTo(new Rejected(Problem.PEN_NAME_TAKEN));
    }

    @Test
    void penNamesThatDifferInWhatNobodySeesAreOne() {
        register(unique, "Ren\u00e9 " + unique);
        assertThat(register(unique + "b", " Rene\u0301 \u200d" + unique + "\t"))
                .isEqualTo(new Rejected(Problem.PEN_NAME_TAKEN));
    }

    @Test
    void aPersonSignsInHoweverTheyTypeTheirLogin() {
        register("گل\u200cنار" + unique, unique);
        assertThat(users.findByLogin("گلنار" + unique.toUpperCase(Locale.ROOT))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "-sara",
                "sara omid",
                "sara\tomid",
                "sara\u202eomid",
                "sara<b>",
                "sara\u0000",
                "sara/omid",
                "\u200csara"
            })
    void aLoginOfOtherSignsIsMalformed(String login) {
        assertThat(register(login, unique)).isEqualTo(new Rejected(Problem.LOGIN_MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200c"})
    void aPenNameIsSomethingOneSees(String penName) {
        assertThat(register(unique, penName)).isEqualTo(new Rejected(Problem.PEN_NAME_MALFORMED));
    }

    @Test
    void aPenNameHasSixtySignsAtMost() {
        assertThat(register(unique, ("ن" + unique).repeat(20).substring(0, 61)))
                .isEqualTo(new Rejected(Problem.PEN_NAME_MALFORMED));
        assertThat(register(unique, (unique + "ن").repeat(20).substring(0, 60)))
                .isInstanceOf(Registered.class);
    }

    /// Each is two units of UTF-16, which one database counts and the other does not.
    @Test
    void aPenNameOfRareLettersIsTakenOrMalformedAndNoFailure() {
        var rare = unique.replaceAll("\\D", "") + "𐎹".repeat(30);
        assertThat(register(unique, rare))
                .isInstanceOfSatisfying(
                        Registered.class,
                        registered ->
                                assertThat(users.get(registered.id()).penName()).isEqualTo(rare));
        assertThat(register(unique + "b", "𐎹".repeat(60)))
                .isEqualTo(new Rejected(Problem.PEN_NAME_MALFORMED));
    }

    /// U+FDFA is one sign as typed and eighteen in the form in which names are compared.
    @Test
    void namesThatGrowInComparisonAreMalformedAndNoFailure() {
        assertThat(register("\uFDFA".repeat(50), unique))
                .isEqualTo(new Rejected(Problem.LOGIN_MALFORMED));
        assertThat(register(unique, "\uFDFA".repeat(50)))
                .isEqualTo(new Rejected(Problem.PEN_NAME_MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sara\u0000", "Sara\uD800", "Sara\u202E", "Sa\nra", "Sara\u2066"})
    void aPenNameHoldsNothingThatBreaksALineOrATable(String penName) {
        assertThat(register(unique, penName + unique))
                .isEqualTo(new Rejected(Problem.PEN_NAME_MALFORMED));
    }

    @Test
    void aPasswordHasTenSignsAtLeastAndAsManyBytesAsAreRead() {
        assertThat(registerWith("123456789")).isEqualTo(new Rejected(Problem.PASSWORD_SHORT));
        assertThat(registerWith("گ".repeat(37))).isEqualTo(new Rejected(Problem.PASSWORD_SHORT));
        assertThat(registerWith("گ".repeat(36))).isInstanceOf(Registered.class);
        theServerHasStarted();
        assertThat(registerWith(TEN_SIGNS)).isInstanceOf(Registered.class);
    }

    @Test
    void aPasswordIsStoredAsItsHashAlone() {
        register(unique, unique);
        var stored = signIn.loadUserByUsername(unique);
        assertThat(stored.getPassword()).doesNotContain(Collective.PASSWORD);
        assertThat(passwords.matches(Collective.PASSWORD, stored.getPassword())).isTrue();
        assertThat(passwords.matches(Collective.PASSWORD + " ", stored.getPassword())).isFalse();
        assertThat(stored.isEnabled()).isTrue();
    }

    @Test
    void aDeactivatedPersonDoesNotSignIn() {
        register(unique, unique);
        database.sql("update account_person set state = 'deactivated' where login = ?")
                .param(unique)
                .update();
        assertThat(signIn.loadUserByUsername(unique).isEnabled()).isFalse();
        assertThat(users.findByLogin(unique).orElseThrow().active()).isFalse();
    }

    @Test
    void whatIsWrittenToALogHoldsNeitherPasswordNorLogin() {
        var newcomer = new NewPerson(unique, "Gol " + unique, TEN_SIGNS, Locale.ENGLISH);
        users.register(newcomer, SiteRole.MEMBER);
        var person = users.findByLogin(unique).orElseThrow();
        var hash = signIn.loadUserByUsername(unique).getPassword();
        assertThat(newcomer.toString()).doesNotContain(TEN_SIGNS, unique);
        assertThat(person.toString())
                .contains("Gol " + unique)
                .doesNotContain(TEN_SIGNS, hash, "email", "login");
    }

    private RegistrationResult register(String login, String penName) {
        return users.register(
                new NewPerson(login, penName, Collective.PASSWORD, Locale.ENGLISH),
                SiteRole.MEMBER);
    }

    private RegistrationResult registerWith(String password) {
        return users.register(
                new NewPerson(unique, unique, password, Locale.ENGLISH), SiteRole.MEMBER);
    }
}

package org.bargardan.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.bargardan.account.RegistrationResult.Problem;
import org.bargardan.account.RegistrationResult.Registered;
import org.bargardan.account.RegistrationResult.Rejected;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/// On a database in which nobody has an account, which no test of the whole application has.
class FirstStartTest {

    private static final int TRIES = 50;
    private static final String WRONG = "AAAA-BBBB-CCCC";
    private static final NewPerson GOLNAR =
            new NewPerson("golnar", "Golnar", "a long enough password", Locale.ENGLISH);
    private static final NewPerson SARA =
            new NewPerson("sara", "Sara", "a long enough password", Locale.ENGLISH);
    private static final NewPerson HASTY = new NewPerson("hasty", "Hasty", "short", Locale.ENGLISH);

    private JdbcConnectionPool database;
    private Users users;
    private FirstStart firstStart;

    @BeforeEach
    void nobodyHasAnAccount() throws IOException {
        var settings =
                PropertiesLoaderUtils.loadProperties(
                                new ClassPathResource("application.properties"))
                        .getProperty("bargardan.h2-settings");
        database =
                JdbcConnectionPool.create(
                        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;" + settings,
                        "sa",
                        "");
        Flyway.configure().dataSource(database).load().migrate();
        users =
                new Users(
                        DSL.using(database, SQLDialect.H2),
                        PasswordEncoderFactories.createDelegatingPasswordEncoder(),
                        Clock.systemUTC());
        firstStart = new FirstStart(users);
    }

    @AfterEach
    void theDatabaseIsGone() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
        database.dispose();
    }

    @Test
    void theCodeIsOneAsLongAsTheServerRuns() {
        var code = firstStart.code().orElseThrow();
        assertThat(code).matches("([A-HJ-NP-Z2-9]{4}-){2}[A-HJ-NP-Z2-9]{4}");
        assertThat(firstStart.code()).contains(code);
        assertThat(new FirstStart(users).code().orElseThrow()).isNotEqualTo(code);
    }

    @Test
    void aWrongCodeMakesNobody() {
        firstStart.code();
        assertThat(firstStart.createAdministrator(WRONG, GOLNAR))
                .isEqualTo(new Rejected(Problem.CODE_WRONG));
        assertThat(firstStart.createAdministrator("", GOLNAR))
                .isEqualTo(new Rejected(Problem.CODE_WRONG));
        assertThat(users.isEmpty()).isTrue();
    }

    @Test
    void theCodeMakesTheAdministratorOnce() {
        var code = firstStart.code().orElseThrow();
        assertThat(firstStart.createAdministrator(code, GOLNAR)).isInstanceOf(Registered.class);
        assertThat(users.findByLogin("golnar").orElseThrow().siteRole())
                .isEqualTo(SiteRole.ADMINISTRATOR);
        assertThat(firstStart.createAdministrator(code, SARA))
                .isEqualTo(new Rejected(Problem.CODE_WRONG));
        assertThat(users.findByLogin("sara")).isEmpty();
    }

    @Test
    void theCodeIsTakenAsPeopleTypeIt() {
        var code = firstStart.code().orElseThrow();
        assertThat(
                        firstStart.createAdministrator(
                                "  " + code.toLowerCase(Locale.ROOT) + "\n", GOLNAR))
                .isInstanceOf(Registered.class);
    }

    @Test
    void thereIsNoCodeOnceSomebodyHasAnAccount() {
        firstStart.code();
        users.register(SARA, SiteRole.MEMBER);
        assertThat(firstStart.code()).isEmpty();
        assertThat(new FirstStart(users).code()).isEmpty();
    }

    @Test
    void theCodeOutlivesAnAccountThatWasNotTaken() {
        var code = firstStart.code().orElseThrow();
        for (int i = 0; i <= TRIES; i++) {
            assertThat(firstStart.createAdministrator(code, HASTY))
                    .isEqualTo(new Rejected(Problem.PASSWORD_SHORT));
        }
        assertThat(firstStart.createAdministrator(code, GOLNAR)).isInstanceOf(Registered.class);
    }

    @Test
    void afterFiftyWrongCodesTheRightOneIsRefusedToo() {
        var code = firstStart.code().orElseThrow();
        for (int i = 0; i < TRIES; i++) {
            firstStart.createAdministrator(WRONG, GOLNAR);
        }
        assertThat(firstStart.createAdministrator(code, GOLNAR))
                .isEqualTo(new Rejected(Problem.CODE_WRONG));
        assertThat(users.isEmpty()).isTrue();
    }

    @Test
    void theAdministratorWhomTheEnvironmentNamesNeedsNoCode() {
        assertThat(firstStart.createAdministrator(GOLNAR)).isInstanceOf(Registered.class);
        assertThat(firstStart.code()).isEmpty();
    }
}

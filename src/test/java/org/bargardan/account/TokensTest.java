package org.bargardan.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.base.NotFoundException;
import org.bargardan.project.ProjectRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@House
class TokensTest {

    @Autowired private Collective collective;
    @Autowired private Tokens tokens;
    @Autowired private Profiles profiles;
    @Autowired private People people;
    @Autowired private JdbcClient database;

    private UserId sara;
    private UserId omid;

    @BeforeEach
    void twoPeople() {
        var project = collective.project();
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
        omid = collective.member(project, "omid", ProjectRole.TRANSLATOR);
    }

    @Test
    void aTokenNamesItsPersonAndItsScope() {
        var made = tokens.create(" backup ", TokenScope.READ, Tokens.LIFE, sara);
        var holder = tokens.holder(made.secret()).orElseThrow();
        assertThat(holder.person()).isEqualTo(sara);
        assertThat(holder.scope()).isEqualTo(TokenScope.READ);
        assertThat(tokens.of(sara))
                .singleElement()
                .satisfies(token -> {
                    assertThat(token.name()).isEqualTo("backup");
                    assertThat(token.lastUsedAt()).isNotNull();
                });
        assertThat(tokens.of(omid)).isEmpty();
    }

    @Test
    void theSecretIsNowhereInTheDatabaseNorInWhatIsPrinted() {
        var made = tokens.create("backup", TokenScope.READ, Tokens.LIFE, sara);
        var row =
                database.sql("select * from account_token where id = ?")
                        .param(made.token().id().value())
                        .query()
                        .singleRow();
        assertThat(row.toString()).doesNotContain(made.secret());
        assertThat(made.toString()).doesNotContain(made.secret());
    }

    @Test
    void aRevokedTokenOpensNothing() {
        var made = tokens.create("backup", TokenScope.WRITE, Tokens.LIFE, sara);
        tokens.revoke(made.token().id(), sara);
        assertThat(tokens.holder(made.secret())).isEmpty();
        assertThat(tokens.of(sara)).isEmpty();
    }

    @Test
    void nobodyRevokesAnothersToken() {
        var made = tokens.create("backup", TokenScope.WRITE, Tokens.LIFE, sara);
        assertThatThrownBy(() -> tokens.revoke(made.token().id(), omid))
                .isInstanceOf(NotFoundException.class);
        assertThat(tokens.holder(made.secret())).isPresent();
    }

    @Test
    void aTokenEndsByItself() {
        var made = tokens.create("backup", TokenScope.WRITE, Duration.ofDays(1), sara);
        database.sql("update account_token set expires_at = current_timestamp where id = ?")
                .param(made.token().id().value())
                .update();
        assertThat(tokens.holder(made.secret())).isEmpty();
    }

    @Test
    void aTokenEndsWithItsPersonsAccount() {
        var made = tokens.create("backup", TokenScope.WRITE, Tokens.LIFE, sara);
        people.deactivate(sara, collective.administrator());
        assertThat(tokens.holder(made.secret())).isEmpty();
    }

    @Test
    void aNewPasswordEndsEveryToken() {
        var made = tokens.create("backup", TokenScope.WRITE, Tokens.LIFE, sara);
        assertThat(profiles.changePassword(Collective.PASSWORD, "another long password", sara))
                .isEqualTo(ProfileResult.CHANGED);
        assertThat(tokens.holder(made.secret())).isEmpty();
    }

    @Test
    void wordsThatAreNoTokenOpenNothing() {
        assertThat(tokens.holder("")).isEmpty();
        assertThat(tokens.holder(Tokens.PREFIX)).isEmpty();
        assertThat(tokens.holder("x".repeat(100_000))).isEmpty();
    }

    @Test
    void noTokenLivesForEver() {
        assertThatThrownBy(() ->
                        tokens.create(
                                "backup", TokenScope.READ, Tokens.LIFE_MOST.plusSeconds(1), sara))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

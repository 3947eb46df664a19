package org.bargardan.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.project.ProjectRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@House
class AuditLogTest {

    private static final String ADDRESS = "192.0.2.7";

    @Autowired private Collective collective;
    @Autowired private AuditLog audit;
    @Autowired private JdbcClient database;

    private UserId sara;

    @BeforeEach
    void somebody() {
        sara = collective.member(collective.project(), "sara", ProjectRole.READER);
    }

    @Test
    void addressesAreKnownForThirtyDaysAndNoLonger() {
        audit.add(AuditAction.SIGNED_IN, sara, ADDRESS);
        audit.cutAddresses();
        assertThat(newest().address()).isEqualTo(ADDRESS);

        database.sql("update account_audit_entry set at = ? where actor = ?")
                .params(OffsetDateTime.now().minus(AuditLog.ADDRESS_LIFE), sara.value())
                .update();
        audit.cutAddresses();
        assertThat(newest().address()).isNull();
        assertThat(newest().action()).isEqualTo(AuditAction.SIGNED_IN);
    }

    @ParameterizedTest
    @EnumSource(AuditAction.class)
    void everyActionIsReadAsItWasWritten(AuditAction action) {
        audit.add(action, sara, "project:1", "a=1");
        assertThat(newest().action()).isEqualTo(action);
        assertThat(newest().subject()).isEqualTo("project:1");
    }

    @Test
    void pagesFollowEachOther() {
        for (int i = 0; i < AuditLog.PAGE + 5; i++) {
            audit.add(AuditAction.EXPORTED, sara, "project:" + i, "");
        }
        var first = audit.page(null);
        assertThat(first).hasSize(AuditLog.PAGE);
        var second = audit.page(first.getLast().id());
        assertThat(second.getFirst().subject()).isEqualTo("project:4");
    }

    private AuditEntry newest() {
        return audit.page(null).stream()
                .filter(entry -> sara.equals(entry.actor()))
                .findFirst()
                .orElseThrow();
    }
}

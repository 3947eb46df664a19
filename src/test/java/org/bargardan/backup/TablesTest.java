package org.bargardan.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TablesTest {

    private Database database;

    @BeforeEach
    void anEmptyDatabase() {
        database = Database.h2();
    }

    @Test
    void aTableComesAfterThoseItPointsTo() throws SQLException {
        run("create table c (id int primary key)");
        run("create table b (id int primary key, c int not null references c (id))");
        run("create table a (id int primary key, b int references b (id))");
        assertThat(tables()).extracting(Table::name).containsExactly("c", "b", "a");
        assertThat(tables()).allMatch(table -> table.later().isEmpty());
    }

    @Test
    void pointersIntoTheSameTableWaitUntilAllItsRowsAreThere() throws SQLException {
        run("create table a (id int primary key, parent int references a (id), n int)");
        assertThat(tables().getFirst().later()).containsExactly("parent");
    }

    @Test
    void aRingIsBrokenWhereAPointerMayBeNull() throws SQLException {
        run("create table b (id int primary key, a int not null)");
        run("create table a (id int primary key, b int references b (id))");
        run("alter table b add constraint b_a foreign key (a) references a (id)");
        assertThat(tables()).extracting(Table::name).containsExactly("a", "b");
        assertThat(tables().getFirst().later()).containsExactly("b");
        assertThat(tables().getLast().later()).isEmpty();
    }

    @Test
    void aRingThatNothingBreaksIsToldWithItsTables() throws SQLException {
        run("create table a (id int primary key, parent int not null references a (id))");
        assertThatThrownBy(this::tables)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[a]");
    }

    @Test
    void aTableWithoutAKeyOrWithAnUnknownTypeIsToldByName() throws SQLException {
        run("create table a (id int)");
        assertThatThrownBy(this::tables).hasMessageContaining("a has no primary key");
        run("drop table a");
        run("create table a (id int primary key, price numeric(10, 2))");
        assertThatThrownBy(this::tables).hasMessageContaining("a.price is of type NUMERIC");
    }

    private List<Table> tables() throws SQLException {
        try (var connection = database.dataSource().getConnection()) {
            return Tables.of(connection);
        }
    }

    private void run(String sql) {
        database.sql().sql(sql).update();
    }
}

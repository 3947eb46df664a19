package org.bargardan;

import java.util.UUID;
import org.bargardan.base.TimeOrderedIds;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Puts at least one row into every table, those that nothing fills yet among them.
public final class RowInEveryTable {

    private RowInEveryTable() {}

    public static void store(AutowireCapableBeanFactory beans) {
        var schema = new SchemaTest();
        beans.autowireBean(schema);
        schema.theServerHasStarted();
        SchemaTest.tables().forEach(schema::stored);
        UUID id = TimeOrderedIds.next();
        // Completed, so that nobody sends it again.
        beans.getBean(JdbcClient.class)
                .sql(
                        """
                        insert into event_publication
                        (id, listener_id, event_type, serialized_event, publication_date,
                        completion_date, status, completion_attempts)
                        values (?, 'nobody', 'nothing', '{}', current_timestamp,
                        current_timestamp, 'COMPLETED', 1)
                        """)
                .param(id)
                .update();
    }
}

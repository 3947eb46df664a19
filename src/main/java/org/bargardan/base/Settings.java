package org.bargardan.base;

import static org.bargardan.base.internal.schema.Tables.BASE_SETTING;

import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What administrators set while the house runs; the right to is the caller's to check.
@Component
public class Settings {

    private final DSLContext database;

    Settings(DSLContext database) {
        this.database = database;
    }

    @Transactional(readOnly = true)
    public Optional<String> find(String key) {
        return database.select(BASE_SETTING.SETTING_VALUE)
                .from(BASE_SETTING)
                .where(BASE_SETTING.SETTING_KEY.eq(key))
                .fetchOptional(BASE_SETTING.SETTING_VALUE);
    }

    @Transactional
    public void set(String key, String value) {
        database.insertInto(BASE_SETTING)
                .set(BASE_SETTING.SETTING_KEY, key)
                .set(BASE_SETTING.SETTING_VALUE, value)
                .onConflict(BASE_SETTING.SETTING_KEY)
                .doUpdate()
                .set(BASE_SETTING.SETTING_VALUE, value)
                .execute();
    }
}

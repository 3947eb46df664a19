package org.bargardan.base;

import java.util.regex.Pattern;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// While it is on, people read and nobody writes: for moving house, or while something is mended.
///
/// What is refused is every statement that writes to the tables of projects, documents and reviews,
/// wherever it comes from. Signing in, the audit log, and what the house does for itself, such as
/// learning what was confirmed before, go on.
@Service
public class ReadOnlyMode {

    private static final String KEY = "read-only";

    private final Settings settings;
    private volatile boolean on;

    ReadOnlyMode(Settings settings) {
        this.settings = settings;
    }

    public boolean isOn() {
        return on;
    }

    /// The right to is the caller's to check. It holds from the end of the caller's transaction.
    @Transactional
    public void set(boolean wanted) {
        settings.set(KEY, Boolean.toString(wanted));
        AfterCommit.run(() -> on = wanted);
    }

    /// For writes that go to other tables than those that are guarded.
    ///
    /// @throws ReadOnlyException while it is on
    public void requireWritable() {
        if (on) {
            throw new ReadOnlyException();
        }
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        on = settings.find(KEY).map(Boolean::parseBoolean).orElse(false);
    }

    /// Stands before every statement of jOOQ.
    @Configuration(proxyBeanMethods = false)
    static class Guarding {

        @Bean
        ExecuteListenerProvider readOnlyGuard(ObjectProvider<ReadOnlyMode> mode) {
            return () -> new Guard(mode);
        }
    }

    private record Guard(ObjectProvider<ReadOnlyMode> mode) implements ExecuteListener {

        private static final long serialVersionUID = 1;

        /// Not what a person has looked at: reading goes on. A statement may stand in another's
        /// parentheses: H2 has `final table (insert …)` where rows are given back, PostgreSQL `with
        /// … as (update …)`.
        private static final Pattern GUARDED =
                Pattern.compile(
                        "(?:^|[()])\\s*(?:insert into|update|delete from|merge into)\\s+\"?(?:public\"?\\.\"?)?"
                                + "(?!document_seen)(?:project|document|review_)",
                        Pattern.CASE_INSENSITIVE);

        @Override
        public void executeStart(ExecuteContext context) {
            var now = mode.getIfAvailable();
            if (now == null || !now.isOn()) {
                return;
            }
            for (var sql : context.batchSQL()) {
                if (sql != null && GUARDED.matcher(sql).find()) {
                    throw new ReadOnlyException();
                }
            }
        }
    }
}

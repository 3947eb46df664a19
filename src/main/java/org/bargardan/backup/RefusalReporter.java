package org.bargardan.backup;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Says in one sentence, instead of a stack trace, why the server does not start.
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalReporter implements SpringBootExceptionReporter {

    RefusalReporter(ConfigurableApplicationContext context) {
        // Spring Boot gives every reporter the context.
    }

    @Override
    public boolean reportException(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefusedException) {
                System.err.println("bargardan: " + cause.getMessage());
                return true;
            }
        }
        return false;
    }
}

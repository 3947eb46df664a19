/// What administrators see and decide: people, projects, the audit log, and how the house stands.
@ApplicationModule(
        allowedDependencies = {
            "base",
            "base :: ui",
            "account",
            "backup",
            "project",
            "document",
            "importing"
        })
@NullMarked
package org.bargardan.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

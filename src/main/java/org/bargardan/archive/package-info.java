/// Everything of a project in one file to take away, and the exports that draw on several modules.
@ApplicationModule(
        allowedDependencies = {
            "base",
            "base :: ui",
            "base :: rest",
            "account",
            "project",
            "document",
            "exporting",
            "format",
            "memory",
            "review",
            "text"
        })
@NullMarked
package org.bargardan.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

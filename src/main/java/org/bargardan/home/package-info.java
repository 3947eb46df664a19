/// The pages on top of everything: home, and a project with all that belongs to it.
@ApplicationModule(
        allowedDependencies = {
            "base",
            "base :: ui",
            "account",
            "archive",
            "archive :: ui",
            "project",
            "project :: ui",
            "document",
            "memory",
            "memory :: ui",
            "demo",
            "importing",
            "importing :: ui",
            "exporting",
            "editor :: panel",
            "text",
            "format"
        })
@NullMarked
package org.bargardan.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

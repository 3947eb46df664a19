/// Projects: a language pair, its members and their roles, and what the project allows.
@ApplicationModule(
        allowedDependencies = {
            "base",
            "base :: ui",
            "base :: rest",
            "account",
            "account :: ui",
            "text",
            "text :: repair"
        })
@NullMarked
package org.bargardan.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// A file arrives and becomes a document: detect, read, repair, cut into segments, store.
@ApplicationModule(
        allowedDependencies = {
            "base",
            "base :: ui",
            "base :: rest",
            "account",
            "project",
            "project :: ui",
            "document",
            "editor :: panel",
            "text",
            "text :: repair",
            "format"
        })
@NullMarked
package org.bargardan.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

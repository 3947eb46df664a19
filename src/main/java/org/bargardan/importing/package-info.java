/// A file arrives and becomes a document: detect, cut into paragraphs and segments, store.
@ApplicationModule(
        allowedDependencies = {
            "base",
            "base :: ui",
            "base :: rest",
            "account",
            "project",
            "document",
            "text",
            "format"
        })
@NullMarked
package org.bargardan.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

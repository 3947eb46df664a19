/// Review: who may write, approve and return (as policies), and what people say about a rendering.
@ApplicationModule(
        allowedDependencies = {
            "base",
            "base :: ui",
            "account",
            "project",
            "document",
            "text",
            "collaboration",
            "editor :: panel"
        })
@NullMarked
package org.bargardan.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

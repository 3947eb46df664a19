/// A document leaves: its untouched source, or its translation in the form it came in.
@ApplicationModule(
        allowedDependencies = {"base", "account", "project", "document", "text", "format"})
@NullMarked
package org.bargardan.exporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

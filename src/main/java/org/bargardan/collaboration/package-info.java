/// Telling open screens that a document has changed; later, who is where and who claims what.
@ApplicationModule(allowedDependencies = {"base", "account", "document"})
@NullMarked
package org.bargardan.collaboration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

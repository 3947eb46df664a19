/// File formats: each is read and written here, so that what was read can be written back exactly.
@ApplicationModule(allowedDependencies = {"text"})
@NullMarked
package org.bargardan.format;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

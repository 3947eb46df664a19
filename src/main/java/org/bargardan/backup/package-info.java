/// The whole database in one zip and back again: asked for, nightly, and before every migration. It
/// knows no table by name; whatever the schema holds is written and read by JDBC's metadata, so
/// that a table added anywhere is in the next backup.
@ApplicationModule(allowedDependencies = {"base", "account"})
@NullMarked
package org.bargardan.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

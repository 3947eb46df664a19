/// The way to take a project away.
@NamedInterface("ui")
@NullMarked
package org.bargardan.archive.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

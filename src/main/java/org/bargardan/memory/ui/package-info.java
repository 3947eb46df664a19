/// The matches beside a segment, and the way out for a memory.
@NamedInterface("ui")
@NullMarked
package org.bargardan.memory.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/// Where a file is dropped, and the choice of its encoding.
@NamedInterface("ui")
@NullMarked
package org.bargardan.importing.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

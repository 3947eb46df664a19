/// Damaged Persian and English text made right, every change explained and undoable.
@NamedInterface("repair")
@NullMarked
package org.bargardan.text.repair;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

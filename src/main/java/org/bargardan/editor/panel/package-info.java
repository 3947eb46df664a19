/// What a feature implements to stand beside the text, and how it opens the editor.
@NamedInterface("panel")
@NullMarked
package org.bargardan.editor.panel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/// Beginning a project, its people, and accepting an invitation to it.
@NamedInterface("ui")
@NullMarked
package org.bargardan.project.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

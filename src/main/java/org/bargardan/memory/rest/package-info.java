/// Memories for programs.
@NullMarked
package org.bargardan.memory.rest;

import org.jspecify.annotations.NullMarked;

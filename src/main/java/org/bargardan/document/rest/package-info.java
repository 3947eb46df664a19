/// Segments and renderings for programs.
@NullMarked
package org.bargardan.document.rest;

import org.jspecify.annotations.NullMarked;

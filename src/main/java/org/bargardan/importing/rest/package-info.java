/// Bringing files in, for programs.
@NullMarked
package org.bargardan.importing.rest;

import org.jspecify.annotations.NullMarked;

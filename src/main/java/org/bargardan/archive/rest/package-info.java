/// Exports for programs.
@NullMarked
package org.bargardan.archive.rest;

import org.jspecify.annotations.NullMarked;

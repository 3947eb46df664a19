/// Projects for programs.
@NullMarked
package org.bargardan.project.rest;

import org.jspecify.annotations.NullMarked;

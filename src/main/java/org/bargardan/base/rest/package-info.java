/// What every program meets at the REST paths: problems, pages, files, and their description.
@NamedInterface("rest")
@NullMarked
package org.bargardan.base.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

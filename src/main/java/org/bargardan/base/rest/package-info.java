/// What every program hears when a request cannot be answered.
@NullMarked
package org.bargardan.base.rest;

import org.jspecify.annotations.NullMarked;

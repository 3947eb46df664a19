/// The administration page and the way to it.
@NullMarked
package org.bargardan.administration.ui;

import org.jspecify.annotations.NullMarked;

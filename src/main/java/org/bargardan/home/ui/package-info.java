/// Home and the project page.
@NullMarked
package org.bargardan.home.ui;

import org.jspecify.annotations.NullMarked;

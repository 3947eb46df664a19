/// Comments and history beside a segment.
@NullMarked
package org.bargardan.review.ui;

import org.jspecify.annotations.NullMarked;

/// What whoever runs the server needs: health, figures, a log without texts.
@NullMarked
package org.bargardan.base.operations;

import org.jspecify.annotations.NullMarked;

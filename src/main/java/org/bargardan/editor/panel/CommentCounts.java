package org.bargardan.editor.panel;

import java.util.Collection;
import java.util.Map;
import org.bargardan.account.UserId;
import org.bargardan.document.RenderingId;

/// How many comments stand beside renderings, from whichever feature keeps them.
public interface CommentCounts {

    /// None for renderings without comments.
    Map<RenderingId, Integer> counts(Collection<RenderingId> renderings, UserId actor);
}

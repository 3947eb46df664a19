package org.bargardan.document.rest;

import java.util.UUID;
import org.bargardan.document.Rendering;

/// A rendering as programs see it.
///
/// @param version what a change must name to be made
record RenderingAnswer(UUID id, long version, String text, String status, boolean returned) {

    static RenderingAnswer of(Rendering rendering) {
        return new RenderingAnswer(
                rendering.id().value(),
                rendering.version(),
                rendering.text().text(),
                rendering.status().key(),
                rendering.returned());
    }
}

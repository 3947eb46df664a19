package org.bargardan.document;

import org.bargardan.text.TaggedText;

/// One person's unsent words for a rendering, seen by nobody else.
///
/// @param baseVersion the version of the rendering they were begun on
public record Draft(RenderingId rendering, long baseVersion, TaggedText text) {}

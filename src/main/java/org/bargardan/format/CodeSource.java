package org.bargardan.format;

import org.bargardan.text.InlineCode;

/// What stands behind an inline code in the file it came from.
///
/// @param id and kind are those of the code; an opening and a closing one have a source each
/// @param content the file's own notation, such as `<w:footnoteReference w:id="2"/>`
/// @param deletable false where the file would lose something, as a picture or a footnote
/// @param copyable whether a translation may hold it twice
public record CodeSource(
        int id, InlineCode.Kind kind, String content, boolean deletable, boolean copyable) {}

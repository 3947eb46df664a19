package org.bargardan.document;

import java.util.List;

/// A document goes for good; told inside the transaction, so that whatever hangs on it in other
/// modules goes first.
public record DocumentPurged(DocumentId document, List<RenderingId> renderings) {

    public DocumentPurged {
        renderings = List.copyOf(renderings);
    }
}

package org.bargardan.importing.ui;

import org.bargardan.document.DocumentId;

/// The document whose newer version a file is.
record Target(DocumentId document, String title) {}

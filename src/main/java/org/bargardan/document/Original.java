package org.bargardan.document;

import org.bargardan.base.FileId;

/// The file a document came from, and how it was read.
///
/// @param filter name of the format's reader, with its parameters and version: export reads the
///   original again with the same ones
/// @param extractionSha256 hash of the text in UTF-8, by which export proves that it read the same
public record Original(
        FileId file,
        String fileName,
        String filter,
        String filterParameters,
        int filterVersion,
        byte[] extractionSha256) {}

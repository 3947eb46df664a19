package org.bargardan.format;

/// The largest DOCX, ODT or EPUB that is read, so that one upload cannot exhaust the server.
///
/// @param maxEntries files in the archive
/// @param maxEntryBytes what one of them may unpack to
/// @param maxUnpackedBytes what all of them together may unpack to
/// @param maxRatio how many times larger than its packed bytes an entry may be; counts from a
///   megabyte on
/// @param maxXmlBytes the largest part that is parsed
/// @param maxElements in one such part
/// @param maxDepth elements inside each other
public record ContainerLimits(
        int maxBytes,
        int maxEntries,
        int maxEntryBytes,
        long maxUnpackedBytes,
        int maxRatio,
        int maxXmlBytes,
        int maxElements,
        int maxDepth,
        int maxParagraphs,
        int maxParagraphCodePoints) {

    /// A novel of 1,000 pages has some 20 MB of XML with a million elements; pictures are what
    /// makes a file large. Deflate packs nothing tighter than 1,032 to 1, XML of a word processor
    /// up to 100 to 1.
    public static final ContainerLimits DEFAULT =
            new ContainerLimits(
                    100 * 1024 * 1024,
                    10_000,
                    128 * 1024 * 1024,
                    512L * 1024 * 1024,
                    250,
                    48 * 1024 * 1024,
                    3_000_000,
                    256,
                    200_000,
                    100_000);

    public ContainerLimits {
        if (maxBytes < 1
                || maxEntries < 1
                || maxEntryBytes < 1
                || maxUnpackedBytes < 1
                || maxRatio < 1
                || maxXmlBytes < 1
                || maxElements < 1
                || maxDepth < 1
                || maxParagraphs < 1
                || maxParagraphCodePoints < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}

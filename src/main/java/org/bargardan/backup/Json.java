package org.bargardan.backup;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// How backups write and read JSON.
final class Json {

    /// A column may hold a whole imported file, of which the largest has 20 MB.
    private static final int LONGEST_TEXT = 64_000_000;

    static final JsonFactory LINES =
            JsonFactory.builder()
                    .rootValueSeparator("\n")
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(LONGEST_TEXT)
                                    .maxNestingDepth(2)
                                    .build())
                    .build();

    static final JsonMapper MANIFEST =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private Json() {}
}

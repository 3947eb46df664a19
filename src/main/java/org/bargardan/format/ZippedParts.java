package org.bargardan.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;

/// The entries of an archive that a filter wrote, which needs no looking through.
final class ZippedParts {

    private ZippedParts() {}

    static Map<String, byte[]> of(byte[] archive) throws IOException {
        var parts = new HashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }
}

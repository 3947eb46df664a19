package org.bargardan.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A ZIP archive made and read by the JDK, so that tests do not lean on what they test.
final class ZippedFile {

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    static ZippedFile of(byte[] archive) {
        var zipped = new ZippedFile();
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zipped.entries.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped;
    }

    ZippedFile with(String name, String text) {
        return with(name, text.getBytes(UTF_8));
    }

    ZippedFile with(String name, byte[] bytes) {
        entries.put(name, bytes);
        return this;
    }

    ZippedFile without(String name) {
        entries.remove(name);
        return this;
    }

    Map<String, byte[]> entries() {
        return entries;
    }

    String text(String name) {
        return new String(entries.get(name), UTF_8);
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                var header = new ZipEntry(entry.getKey());
                if (entry.getKey().equals("mimetype")) {
                    var sum = new CRC32();
                    sum.update(entry.getValue());
                    header.setMethod(ZipEntry.STORED);
                    header.setSize(entry.getValue().length);
                    header.setCrc(sum.getValue());
                }
                zip.putNextEntry(header);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

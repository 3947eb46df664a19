package org.bargardan.base.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriUtils;

/// A file that is made whole, outside memory, before its first byte leaves: what fails on the way
/// is answered as a problem, never as half a file.
public final class FileAnswer {

    /// Header that counts the characters which the format could not hold.
    public static final String LEFT_OUT = "Bargardan-Left-Out";

    private FileAnswer() {}

    /// What the file holds.
    @FunctionalInterface
    public interface Content {

        /// @param remarks headers for what a program should know of the file
        void writeTo(OutputStream out, HttpHeaders remarks) throws IOException;
    }

    public static ResponseEntity<Resource> of(String name, MediaType type, Content content)
            throws IOException {
        var file = Files.createTempFile("bargardan-", ".answer");
        var headers = new HttpHeaders();
        boolean made = false;
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                content.writeTo(out, headers);
            }
            made = true;
        } finally {
            if (!made) {
                Files.delete(file);
            }
        }
        headers.setContentType(type);
        headers.setContentLength(Files.size(file));
        headers.set(HttpHeaders.CONTENT_DISPOSITION, disposition(name));
        return ResponseEntity.ok().headers(headers).body(deletedWhenRead(file));
    }

    private static Resource deletedWhenRead(Path file) throws IOException {
        return new InputStreamResource(
                Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /// Both forms of RFC 6266, section 4.3: a plain one for old programs, the true one in UTF-8.
    static String disposition(String name) {
        var plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(plain, UriUtils.encode(name, UTF_8));
    }
}

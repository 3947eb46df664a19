package org.bargardan.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// Small books of ours in several formats, for tests outside the package.
public final class Books {

    private Books() {}

    /// A chapter in English with footnotes, a list, a table, a picture and a link.
    public static byte[] docx() {
        return WordFiles.chapter().bytes();
    }

    /// A book of three chapters in English and Persian with footnotes.
    public static byte[] epub() {
        return EpubTest.book("three").bytes();
    }

    /// A page as a browser saves it.
    public static byte[] html() {
        return resource("/format/html/harbour.html");
    }

    public static byte[] markdown() {
        return resource("/format/markdown/lantern.md");
    }

    private static byte[] resource(String path) {
        try (InputStream in = Books.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

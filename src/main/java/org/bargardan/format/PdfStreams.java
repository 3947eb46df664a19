package org.bargardan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// Looks through a PDF for packed streams before anything unpacks them: tables of objects are
/// unpacked as soon as a file is opened.
final class PdfStreams {

    private static final byte[] STREAM = "stream".getBytes(ISO_8859_1);

    private PdfStreams() {}

    static void check(byte[] file, PdfBudget budget) throws PdfBudget.Exceeded {
        for (int at = 0; at + STREAM.length + 4 < file.length; at++) {
            if (file[at] != 's' || !startsWith(file, at)) {
                continue;
            }
            int begin = at + STREAM.length;
            while (begin < file.length && (file[begin] == '\r' || file[begin] == '\n')) {
                begin++;
            }
            // The first byte of zlib: deflate with a window of up to 32 KB (RFC 1950).
            if (begin + 1 < file.length && (file[begin] & 0x0f) == 8 && isHeader(file, begin)) {
                budget.checkPacked(file, begin);
            }
        }
    }

    private static boolean startsWith(byte[] file, int at) {
        for (int i = 0; i < STREAM.length; i++) {
            if (file[at + i] != STREAM[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHeader(byte[] file, int at) {
        return (((file[at] & 0xff) << 8) | (file[at + 1] & 0xff)) % 31 == 0;
    }
}

package org.bargardan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import org.bargardan.format.Detection.Reason;

/// Knows files that people take for text by their first bytes.
final class FileSignatures {

    /// PDF readers accept the header anywhere in the first 1024 bytes (ISO 32000-1, annex H.3, note
    /// 12).
    private static final int PDF_HEADER_WITHIN = 1024;

    private FileSignatures() {}

    static Optional<Reason> reason(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, PDF_HEADER_WITHIN), ISO_8859_1);
        if (head.isEmpty()) {
            return Optional.of(Reason.EMPTY);
        }
        if (isPdf(head)) {
            return Optional.of(Reason.PDF);
        }
        if (startsWithOne(head, "PK\3\4", "PK\5\6", "PK\7\b")) {
            return Optional.of(Reason.ZIP_OR_OFFICE);
        }
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return Optional.of(Reason.OLD_OFFICE);
        }
        return isImage(head) ? Optional.of(Reason.IMAGE) : Optional.empty();
    }

    /// A text about PDF may name the header, but not on a line of its own before binary data.
    private static boolean isPdf(String head) {
        int at = head.indexOf("%PDF-1.") >= 0 ? head.indexOf("%PDF-1.") : head.indexOf("%PDF-2.");
        return at == 0 || (at > 0 && head.substring(0, at).isBlank());
    }

    private static boolean isImage(String head) {
        return startsWithOne(
                        head,
                        "\u0089PNG\r\n",
                        "\u00FF\u00D8\u00FF",
                        "GIF87a",
                        "GIF89a",
                        "II*\0",
                        "MM\0*")
                || (head.startsWith("RIFF") && head.startsWith("WEBP", 8))
                || (head.startsWith("BM") && head.startsWith("\0\0\0\0", 6));
    }

    private static boolean startsWithOne(String head, String... signatures) {
        for (String signature : signatures) {
            if (head.startsWith(signature)) {
                return true;
            }
        }
        return false;
    }
}

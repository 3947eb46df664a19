package org.bargardan.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The address of a link that a translator adds.
///
/// - **Allowed**: `http`, `https` and `mailto`, as others may run programs.
/// - **Output**: ASCII; whatever RFC 3986 (§2.2, §2.3) does not know, and quotation marks and
///   brackets, in per cent signs, so that it neither ends an attribute nor a Markdown link.
final class WebAddress {

    private static final Pattern ALLOWED = Pattern.compile("(?i)(?:https?://|mailto:)[^/\\s].*");
    private static final String KEPT = "-._~:/?#@!$&*+,;=%";
    private static final int MOST = 2_000;

    private WebAddress() {}

    static Optional<String> of(String written) {
        String address = written.strip();
        if (address.length() > MOST || !ALLOWED.matcher(address).matches()) {
            return Optional.empty();
        }
        var safe = new StringBuilder();
        for (byte b : address.getBytes(UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0)) {
                safe.append(c);
            } else {
                safe.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return Optional.of(safe.toString());
    }
}

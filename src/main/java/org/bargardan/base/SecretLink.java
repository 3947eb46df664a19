package org.bargardan.base;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/// A secret that travels in a link: only its hash is stored, so a stolen database opens nothing.
///
/// @param text 256 random bits in URL-safe Base64
public record SecretLink(String text) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static SecretLink create() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SecretLink(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public byte[] hash() {
        return StoredFiles.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Keeps the secret out of logs.
    @Override
    public String toString() {
        return "SecretLink[…]";
    }
}

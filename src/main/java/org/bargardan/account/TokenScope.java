package org.bargardan.account;

import java.util.Locale;
import java.util.Optional;

/// What a personal access token opens, of what its person may do.
public enum TokenScope {
    /// Reading only.
    READ,
    /// Reading and writing.
    WRITE;

    /// The form the database and programs hold.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Empty on what is no scope.
    public static Optional<TokenScope> find(String key) {
        for (var scope : values()) {
            if (scope.key().equals(key)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }

    static TokenScope of(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException(key));
    }
}

package org.bargardan.project;

/// From which language into which a project translates, as canonical BCP-47 tags.
public record LanguagePair(String source, String target) {

    public LanguagePair {
        if (source.isBlank() || target.isBlank() || source.equals(target)) {
            throw new IllegalArgumentException("no language pair: " + source + ", " + target);
        }
    }
}

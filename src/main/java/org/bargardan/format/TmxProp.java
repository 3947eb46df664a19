package org.bargardan.format;

/// A property of a unit for which TMX has no element; types of our own begin with `x-`.
public record TmxProp(String type, String value) {}

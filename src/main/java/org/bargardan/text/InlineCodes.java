package org.bargardan.text;

import java.util.List;

public final class InlineCodes {
    private InlineCodes() {}

    public static String write(List<InlineCode> codes) {
        return codes.isEmpty() ? "" : codes.toString();
    }

    public static List<InlineCode> read(String stored) {
        return List.of();
    }
}

package org.bargardan.format;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/// Gives letters of the translation's direction what styles say of the others.
///
/// Letters that run from right to left have a size, a weight and a slope of their own (ODF 1.3,
/// part 3, §20.200 and following), which many documents leave unsaid.
final class OdtLetters implements XmlCopy.Change {

    private static final Map<String, String> TWICE =
            Map.of(
                    "fo:font-size", "style:font-size-complex",
                    "fo:font-weight", "style:font-weight-complex",
                    "fo:font-style", "style:font-style-complex");

    private final boolean toLeft;

    OdtLetters(boolean toLeft) {
        this.toLeft = toLeft;
    }

    @Override
    public boolean wants(XmlElement opening) {
        return opening.name().equals("style:text-properties");
    }

    @Override
    public void change(XmlElement properties, Writer out) throws IOException {
        carry(properties);
        properties.write(out);
    }

    /// All text properties in an element.
    void carryAll(XmlElement element) {
        element.all().filter(this::wants).toList().forEach(this::carry);
    }

    private void carry(XmlElement properties) {
        TWICE.forEach((left, right) -> {
            String from = toLeft ? left : right;
            String to = toLeft ? right : left;
            if (properties.attribute(to).isEmpty()) {
                properties.attribute(from).ifPresent(value -> properties.with(to, value));
            }
        });
    }
}

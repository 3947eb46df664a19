package org.bargardan.format;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.filters.tmx.TmxFilter;

/// A TMX file as another tool reads it.
public final class OkapiTmx {

    private OkapiTmx() {}

    /// The units of a file from English in its order.
    ///
    /// @param target language tag of the translations
    public static List<ITextUnit> units(byte[] file, String target) {
        var units = new ArrayList<ITextUnit>();
        try (var filter = new TmxFilter();
                var document =
                        new RawDocument(
                                new ByteArrayInputStream(file),
                                StandardCharsets.UTF_8.name(),
                                LocaleId.ENGLISH,
                                LocaleId.fromString(target))) {
            filter.open(document);
            while (filter.hasNext()) {
                var event = filter.next();
                if (event.isTextUnit()) {
                    units.add(event.getTextUnit());
                }
            }
        }
        return units;
    }
}

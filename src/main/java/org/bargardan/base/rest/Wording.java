package org.bargardan.base.rest;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences of the screens, in English, for the `detail` of problems. Programs decide by keys;
/// a sentence is for whoever reads their log.
public final class Wording {

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("vaadin-i18n.translations", Locale.ENGLISH);

    private Wording() {}

    public static String of(String key, List<String> values) {
        var text = TEXTS.getString(key);
        return values.isEmpty()
                ? text
                : new MessageFormat(text, Locale.ENGLISH).format(values.toArray());
    }
}

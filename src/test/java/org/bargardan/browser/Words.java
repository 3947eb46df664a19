package org.bargardan.browser;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the screens in one language, as the tests look for them.
record Words(Locale locale) {

    static final Words ENGLISH = new Words(Locale.ENGLISH);
    static final Words PERSIAN = new Words(Locale.of("fa"));

    String of(String key, Object... arguments) {
        var text = ResourceBundle.getBundle("vaadin-i18n.translations", locale).getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    boolean persian() {
        return locale.getLanguage().equals("fa");
    }
}

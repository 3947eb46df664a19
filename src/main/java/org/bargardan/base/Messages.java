package org.bargardan.base;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/// The texts of the screens, for answers to programs, in the language their request asks for:
/// Persian, or else English.
@Component
public class Messages {

    private static final String TEXTS = "vaadin-i18n.translations";
    private static final Locale PERSIAN = Locale.of("fa");

    /// A text with its values.
    ///
    /// @param arguments figures among them are written as the language writes them
    public String get(String key, List<String> arguments, Locale asked) {
        return of(key, arguments, asked);
    }

    /// The same for whoever has no bean at hand.
    public static String of(String key, List<String> arguments, Locale asked) {
        var locale = asked.getLanguage().equals(PERSIAN.getLanguage()) ? PERSIAN : Locale.ENGLISH;
        var texts =
                ResourceBundle.getBundle(
                        TEXTS,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        var values = arguments.stream().map(Messages::value).toArray();
        try {
            return new MessageFormat(texts.getString(key), locale).format(values);
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException("no text " + key, e);
        }
    }

    private static Object value(String argument) {
        return argument.matches("[0-9]{1,18}") ? Long.valueOf(argument) : argument;
    }
}

package org.bargardan.project;

import java.util.Arrays;
import java.util.Locale;
import org.bargardan.text.repair.RepairStyle;

/// A project's style as the database holds it:
/// `ezafe=yeh;plural=joined;digits=persian;quotes=keep`.
///
/// What is missing or unknown, such as a choice that only a later version knows, is the default.
final class StoredStyle {

    private StoredStyle() {}

    static String write(RepairStyle style) {
        return "ezafe=%s;plural=%s;digits=%s;quotes=%s"
                .formatted(
                        word(style.ezafe()),
                        word(style.plural()),
                        word(style.digits()),
                        word(style.quotes()));
    }

    static RepairStyle read(String stored) {
        var usual = RepairStyle.DEFAULT;
        return new RepairStyle(
                choice(stored, "ezafe", usual.ezafe()),
                choice(stored, "plural", usual.plural()),
                choice(stored, "digits", usual.digits()),
                choice(stored, "quotes", usual.quotes()));
    }

    private static <E extends Enum<E>> E choice(String stored, String key, E usual) {
        return Arrays.stream(stored.split(";"))
                .map(String::strip)
                .filter(setting -> setting.startsWith(key + "="))
                .map(setting -> setting.substring(key.length() + 1))
                .flatMap(word ->
                        Arrays.stream(usual.getDeclaringClass().getEnumConstants())
                                .filter(each -> word(each).equals(word)))
                .findFirst()
                .orElse(usual);
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.bargardan.base.ui;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ULocale;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;

/// Numbers and dates as the language of the screen writes them: Persian screens have Persian
/// figures and the Solar Hijri calendar.
public final class Shown {

    private static final Duration RECENT = Duration.ofHours(20);

    private Shown() {}

    public static String number(long number, Locale locale) {
        return NumberFormat.getIntegerInstance(ULocale.forLocale(locale)).format(number);
    }

    /// U+061C keeps the sign on its side in a sentence as well as in a cell.
    public static String percent(int percent, Locale locale) {
        return locale.getLanguage().equals("fa")
                ? "\u061c" + number(percent, locale) + "٪"
                : number(percent, locale) + "%";
    }

    /// The key of a text about a count, which English words otherwise for one.
    public static String counted(String key, long count) {
        return count == 1 ? key + ".one" : key;
    }

    /// The day, or only the time if it is less than a day ago; with the Gregorian date on hover.
    public static Span moment(Instant instant, Instant now, Locale locale) {
        boolean recent = Duration.between(instant, now).compareTo(RECENT) < 0;
        var shown =
                new Span(
                        recent
                                ? format(
                                        DateFormat.getTimeInstance(
                                                calendar(locale),
                                                DateFormat.SHORT,
                                                uLocale(locale)),
                                        instant)
                                : format(
                                        DateFormat.getDateInstance(
                                                calendar(locale),
                                                DateFormat.MEDIUM,
                                                uLocale(locale)),
                                        instant));
        shown.setTitle(
                format(
                        DateFormat.getDateTimeInstance(
                                DateFormat.FULL, DateFormat.SHORT, ULocale.ENGLISH),
                        instant));
        return shown;
    }

    private static String format(DateFormat format, Instant instant) {
        return format.format(Date.from(instant));
    }

    private static Calendar calendar(Locale locale) {
        return Calendar.getInstance(uLocale(locale));
    }

    private static ULocale uLocale(Locale locale) {
        return locale.getLanguage().equals("fa")
                ? new ULocale("fa@calendar=persian")
                : ULocale.forLocale(locale);
    }
}

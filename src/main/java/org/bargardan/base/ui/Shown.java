package org.bargardan.base.ui;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;

/// Numbers and dates as the language of the screen writes them: Persian screens have Persian
/// figures and the Solar Hijri calendar.
public final class Shown {

    private static final Duration RECENT = Duration.ofHours(20);
    private static final int HOURS_SHOWN = 72;
    private static final List<MeasureUnit> LARGER_UNITS =
            List.of(MeasureUnit.MEGABYTE, MeasureUnit.GIGABYTE, MeasureUnit.TERABYTE);

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

    /// A size of files in the unit that suits it, of 1024 bytes each. In Persian units have names;
    /// letters would stand among words of the other script.
    public static String bytes(long bytes, Locale locale) {
        var unit = MeasureUnit.KILOBYTE;
        double size = bytes / 1024.0;
        for (var larger : LARGER_UNITS) {
            if (size < 1000) {
                break;
            }
            unit = larger;
            size /= 1024;
        }
        var format = NumberFormat.getInstance(ULocale.forLocale(locale));
        format.setMaximumFractionDigits(size < 10 ? 1 : 0);
        var width =
                locale.getLanguage().equals("fa")
                        ? MeasureFormat.FormatWidth.WIDE
                        : MeasureFormat.FormatWidth.SHORT;
        return MeasureFormat.getInstance(ULocale.forLocale(locale), width, format)
                .formatMeasures(new Measure(size, unit));
    }

    /// How long ago something was, in minutes, hours or days.
    public static String ago(Instant instant, Instant now, Locale locale) {
        var age = Duration.between(instant, now);
        var words = RelativeDateTimeFormatter.getInstance(ULocale.forLocale(locale));
        if (age.toMinutes() < 1) {
            return words.format(
                    RelativeDateTimeFormatter.Direction.PLAIN,
                    RelativeDateTimeFormatter.AbsoluteUnit.NOW);
        }
        if (age.toHours() < 1) {
            return words.format(
                    age.toMinutes(),
                    RelativeDateTimeFormatter.Direction.LAST,
                    RelativeDateTimeFormatter.RelativeUnit.MINUTES);
        }
        return age.toHours() < HOURS_SHOWN
                ? words.format(
                        age.toHours(),
                        RelativeDateTimeFormatter.Direction.LAST,
                        RelativeDateTimeFormatter.RelativeUnit.HOURS)
                : words.format(
                        age.toDays(),
                        RelativeDateTimeFormatter.Direction.LAST,
                        RelativeDateTimeFormatter.RelativeUnit.DAYS);
    }

    /// The key of a text about a count, which English words otherwise for one.
    public static String counted(String key, long count) {
        return count == 1 ? key + ".one" : key;
    }

    /// The day, or only the time if it is less than a day ago or ahead; with the Gregorian date on
    /// hover.
    public static Span moment(Instant instant, Instant now, Locale locale) {
        boolean recent = Duration.between(instant, now).abs().compareTo(RECENT) < 0;
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
        return withGregorianDate(shown, instant);
    }

    /// Day and time, for lists in which the order of things matters.
    public static Span dayAndTime(Instant instant, Locale locale) {
        return withGregorianDate(
                new Span(
                        format(
                                DateFormat.getDateTimeInstance(
                                        calendar(locale),
                                        DateFormat.MEDIUM,
                                        DateFormat.SHORT,
                                        uLocale(locale)),
                                instant)),
                instant);
    }

    private static Span withGregorianDate(Span shown, Instant instant) {
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

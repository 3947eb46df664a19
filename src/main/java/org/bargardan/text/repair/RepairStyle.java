package org.bargardan.text.repair;

/// How a project writes what may be written in several ways. Checks of translations ask it too.
///
/// - **ezafe**: what follows a silent heh: «خانه‌ی من» or «خانهٔ من»; `KEEP` leaves each as it is.
/// - **plural**: whether ها keeps a joiner after the letters that join nothing (د ذ ر ز ژ و ا):
///   «کار‌ها» or «کارها». It shows no difference, but searching finds one.
/// - **digits**, **quotes**: which are put in Persian text; `KEEP` leaves them alone. Digits of the
///   Arabic block are always made Persian, since they are an encoding's, not a choice.
public record RepairStyle(Ezafe ezafe, Plural plural, Digits digits, Quotes quotes) {

    public static final RepairStyle DEFAULT =
            new RepairStyle(Ezafe.KEEP, Plural.JOINED, Digits.KEEP, Quotes.KEEP);

    public enum Ezafe {
        KEEP,
        YEH,
        HAMZA
    }

    public enum Plural {
        JOINED,
        WITH_JOINER
    }

    public enum Digits {
        KEEP,
        PERSIAN
    }

    public enum Quotes {
        KEEP,
        GUILLEMETS
    }
}

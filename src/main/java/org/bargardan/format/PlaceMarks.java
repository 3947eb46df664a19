package org.bargardan.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Noncharacters (U+FDD0 to U+FDEF) that stand in a filter's text for what only the writer of the
/// format can put there; [XmlGuard] refuses files that hold any.
///
/// A mark is its sign, a number and [#END].
final class PlaceMarks {

    /// The text unit whose words begin here.
    static final char UNIT = '\uFDD0';

    static final char END = '\uFDD1';

    /// The code with this id, which ends at [#CODE_END].
    static final char CODE = '\uFDD2';

    static final char CODE_END = '\uFDD3';

    /// What stands here is in the pair with this number.
    static final char PAIR = '\uFDDB';

    static final char BOLD = '\uFDD4';
    static final char BOLD_END = '\uFDD5';
    static final char ITALIC = '\uFDD6';
    static final char ITALIC_END = '\uFDD7';

    /// The link with this number.
    static final char LINK = '\uFDD8';

    static final char LINK_END = '\uFDD9';

    /// The translator's note with this number.
    static final char NOTE = '\uFDDA';

    private static final Pattern MARK = Pattern.compile("([\uFDD0-\uFDEF])([0-9]*)\uFDD1");

    private PlaceMarks() {}

    static String of(char sign, int number) {
        return "" + sign + number + END;
    }

    static Matcher in(String text) {
        return MARK.matcher(text);
    }

    /// The number of a mark that was found.
    static int number(Matcher mark) {
        return mark.group(2).isEmpty() ? 0 : Integer.parseInt(mark.group(2));
    }

    static boolean isIn(String text) {
        return MARK.matcher(text).find();
    }
}

package org.bargardan.text.repair;

/// A place that no rule can mend for certain, and why; a person looks at it.
///
/// - **at**, **end**: UTF-16 code units of the original.
/// - **rule**: the name of the rule that saw it.
/// - **offer**: what would stand there by the best guess, with the work of the other rules that are
///   on done to it, as plain text in place of the whole range; empty where there is no guess.
public record Flag(int at, int end, String rule, Reason reason, String offer) {

    Flag offering(String otherOffer) {
        return new Flag(at, end, rule, reason, otherOffer);
    }

    /// Whether the other one adds nothing: the same rule saw the place, or the line is scrambled.
    boolean says(Flag other) {
        boolean meet = at < other.end && other.at < end;
        return meet
                && (rule.equals(other.rule)
                        || reason == Reason.SCRAMBLED_LINE
                                && other.reason == Reason.UNCERTAIN_ORDER);
    }

    /// Why, in both languages of the interface.
    public enum Reason {
        SCRAMBLED_LINE(
                "The pieces of this line stand in an order that cannot be known.",
                "ترتیب تکه‌های این خط را نمی‌توان دانست."),
        UNCERTAIN_ORDER(
                "The pieces of this line may belong in another order, which is not certain.",
                "شاید تکه‌های این خط به ترتیب دیگری باشند، ولی این ترتیب قطعی نیست."),
        UNKNOWN_LETTERS(
                "This place holds presentation forms whose letters cannot be known.",
                "حرف‌های این جا را از روی شکلشان نمی‌توان دانست."),
        UNPAIRED_QUOTE("A quotation mark here has no partner.", "گیومه‌ی این جا جفت ندارد.");

        private final String english;
        private final String persian;

        Reason(String english, String persian) {
            this.english = english;
            this.persian = persian;
        }

        public String english() {
            return english;
        }

        public String persian() {
            return persian;
        }
    }
}

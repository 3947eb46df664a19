package org.bargardan.text.repair;

/// A place that no rule can mend, and why; a person looks at it.
///
/// - **at**, **end**: UTF-16 code units of the original.
/// - **rule**: the name of the rule that saw it.
public record Flag(int at, int end, String rule, Reason reason) {

    /// Why, in both languages of the interface.
    public enum Reason {
        SCRAMBLED_LINE(
                "The pieces of this line stand in an order that cannot be known.",
                "ترتیب تکه‌های این خط را نمی‌توان دانست."),
        UNCERTAIN_ORDER(
                "The pieces of this line were put in order by guess.",
                "ترتیب تکه‌های این خط با حدس درست شده است."),
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

package org.bargardan.text.repair;

import java.util.List;
import java.util.Set;

/// What a person is told about a rule, in both languages of the interface.
///
/// - **name**: lower case, words joined by hyphens; reports and stored edits hold it, so it never
///   changes.
/// - **languages**: BCP 47 primary subtags of the texts it is for.
/// - **examples**: what it mends; they are its test as well.
public record RuleHelp(
        String name,
        Set<String> languages,
        String english,
        String persian,
        List<Example> examples) {

    public static final Set<String> FOR_PERSIAN = Set.of("fa");
    public static final Set<String> FOR_ENGLISH = Set.of("en");
    public static final Set<String> FOR_BOTH = Set.of("fa", "en");

    public RuleHelp {
        languages = Set.copyOf(languages);
        examples = List.copyOf(examples);
    }

    /// A damaged text and what the rule alone makes of it. Both are the same where the example
    /// shows what the rule leaves alone.
    public record Example(String wrong, String right) {

        public static Example of(String wrong, String right) {
            return new Example(wrong, right);
        }

        public static Example untouched(String text) {
            return new Example(text, text);
        }
    }
}

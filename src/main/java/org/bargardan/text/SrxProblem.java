package org.bargardan.text;

import java.util.Locale;

/// What is wrong with SRX rules, so that a screen can say it in its reader's language.
///
/// @param line of the file, from 1; 0 where no file was read
/// @param rule within its set, from 1; 0 where no rule is concerned
/// @param detail the piece in question, or what a library says of it, in English
public record SrxProblem(Kind kind, Part part, int line, int rule, String detail) {

    public enum Kind {
        NOT_XML,
        NOT_SRX,
        DOCUMENT_TYPE,
        FILE_TOO_LONG,
        TOO_MANY_RULES,
        RULE_OUTSIDE,
        NO_SUCH_SET,
        PATTERN_TOO_LONG,
        /// A bracket or class that is not closed.
        NOT_CLOSED,
        /// A closing bracket without an opening one.
        NOT_OPENED,
        /// `*`, `+`, `?` or `{` behind nothing.
        NOTHING_TO_REPEAT,
        /// What may be empty is repeated, which has no end.
        EMPTY_REPEATED,
        /// More than one of several choices may be empty.
        EMPTY_CHOICES,
        /// A look behind of more than [SrxRule#REACH] characters.
        TOO_FAR_BACK,
        /// What regular expressions can do and rules of one's own may not.
        NOT_ALLOWED,
        /// Whatever else Java refuses.
        PATTERN;

        /// The key of its words.
        public String key() {
            return "srx." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Which part of the file.
    public enum Part {
        FILE,
        LANGUAGES,
        BEFORE,
        AFTER
    }
}

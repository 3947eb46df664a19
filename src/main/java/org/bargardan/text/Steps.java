package org.bargardan.text;

/// How many characters rules may still look at in one text.
///
/// Java's regular expressions have no end to their work but the text's: `(a+)+$` tries every way of
/// parting a row of a's. They ask for each character by [CharSequence#charAt], so whoever counts
/// there can stop them, at the same step every time, however fast the machine is.
final class Steps {

    private long left;

    Steps(long most) {
        left = most;
    }

    /// A text that counts what is looked at, for one rule and for all rules together.
    static CharSequence counted(CharSequence text, Steps own, Steps all) {
        return new Counted(text, own, all);
    }

    private void take() {
        if (--left < 0) {
            throw new UsedUp();
        }
    }

    /// There are no more.
    static final class UsedUp extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private UsedUp() {
            super("too many steps", null, false, false);
        }
    }

    private record Counted(CharSequence text, Steps own, Steps all) implements CharSequence {

        @Override
        public char charAt(int index) {
            own.take();
            all.take();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}

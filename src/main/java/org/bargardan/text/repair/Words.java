package org.bargardan.text.repair;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.bargardan.text.repair.Edits.Change;
import org.jspecify.annotations.Nullable;

/// The words of Persian script in a draft, each spelling kept once.
///
/// A rule judges a spelling once however often it stands in a book; so judging may cost what it
/// likes, and passing over a word costs an array access. After a rule's changes only the words
/// beside them are read anew.
final class Words {

    private final String text;

    /// Of this draft and those before it.
    private final Spellings spellings;

    private int size;
    private int[] starts;
    private int[] ends;
    private int[] ids;
    private int[] counts;

    private Words(String text, Spellings spellings, int expected) {
        this.text = text;
        this.spellings = spellings;
        this.starts = new int[expected];
        this.ends = new int[expected];
        this.ids = new int[expected];
        this.counts = new int[Math.max(256, spellings.size())];
    }

    static Words of(String text) {
        var words = new Words(text, new Spellings(), 256 + text.length() / 8);
        words.read(0, text.length());
        return words;
    }

    /// The words that changes of the text leave.
    Words after(List<Change> changes, String newText) {
        var next = new Words(newText, spellings, size + changes.size() + 1);
        next.counts = counts.clone();
        int word = 0;
        int shift = 0;
        for (int i = 0; i < changes.size(); ) {
            int from = changes.get(i).from();
            word = next.copy(this, word, from, shift);
            int readFrom = (word < size ? Math.min(starts[word], from) : from) + shift;
            int readTo = changes.get(i).to();
            // Words and changes that touch each other.
            while (true) {
                if (i < changes.size() && changes.get(i).from() <= readTo) {
                    readTo = Math.max(readTo, changes.get(i).to());
                    shift += changes.get(i).growth();
                    i++;
                } else if (word < size && starts[word] <= readTo) {
                    readTo = Math.max(readTo, ends[word]);
                    next.counts[ids[word]]--;
                    word++;
                } else {
                    break;
                }
            }
            next.read(readFrom, readTo + shift);
        }
        next.copy(this, word, Integer.MAX_VALUE, shift);
        return next;
    }

    /// Takes over the words that end before a place; they are counted already.
    ///
    /// @return the first one that does not
    private int copy(Words before, int first, int end, int shift) {
        int last = first;
        while (last < before.size && before.ends[last] < end) {
            last++;
        }
        makeRoomFor(last - first);
        for (int word = first; word < last; word++) {
            starts[size] = before.starts[word] + shift;
            ends[size] = before.ends[word] + shift;
            ids[size++] = before.ids[word];
        }
        return last;
    }

    int size() {
        return size;
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return ends[word];
    }

    /// The number of the word's spelling.
    int id(int word) {
        return ids[word];
    }

    String spelling(int word) {
        return spellings.text(ids[word]);
    }

    /// How often a spelling stands in the draft.
    int count(String spelling) {
        int id = spellings.find(spelling);
        return id < 0 || id >= counts.length ? 0 : counts[id];
    }

    /// Whether nothing but one space stands between the word and the next one.
    boolean isNext(int word) {
        return word + 1 < size
                && starts[word + 1] == ends[word] + 1
                && text.charAt(ends[word]) == ' ';
    }

    /// A judgment of every spelling, made when it is asked for.
    <T> Judged<T> judged(Function<String, T> judge) {
        return new Judged<>(spellings, judge);
    }

    private void read(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '\u0620' || !Letters.isWordPart(c)) {
                continue;
            }
            int start = i;
            int hash = 0;
            while (i < to && Letters.isWordPart(c = text.charAt(i))) {
                hash = 31 * hash + c;
                i++;
            }
            add(start, i, spellings.id(text, start, i, hash));
        }
    }

    private void add(int start, int end, int id) {
        makeRoomFor(1);
        if (id >= counts.length) {
            counts = Arrays.copyOf(counts, 2 * id);
        }
        counts[id]++;
        starts[size] = start;
        ends[size] = end;
        ids[size++] = id;
    }

    private void makeRoomFor(int more) {
        if (size + more > starts.length) {
            int room = 2 * (size + more);
            starts = Arrays.copyOf(starts, room);
            ends = Arrays.copyOf(ends, room);
            ids = Arrays.copyOf(ids, room);
        }
    }

    /// What was found of each spelling that was asked for.
    static final class Judged<T> {

        private final Spellings spellings;
        private final Function<String, T> judge;
        private final @Nullable Object[] found;

        private Judged(Spellings spellings, Function<String, T> judge) {
            this.spellings = spellings;
            this.judge = judge;
            this.found = new Object[spellings.size()];
        }

        /// @param id of a spelling
        @SuppressWarnings("unchecked")
        T get(int id) {
            var known = (T) found[id];
            if (known == null) {
                known = judge.apply(spellings.text(id));
                found[id] = known;
            }
            return known;
        }
    }
}

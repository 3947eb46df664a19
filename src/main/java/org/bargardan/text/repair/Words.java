package org.bargardan.text.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// The words of Persian script in a draft, each spelling kept once.
///
/// A rule judges a spelling once however often it stands in a book; so judging may cost what it
/// likes, and passing over a word costs an array access.
final class Words {

    private final String text;
    private int size;
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int[] ids = new int[256];

    private final List<String> spellings = new ArrayList<>();
    private int[] counts = new int[256];
    private int[] hashes = new int[256];

    /// Spelling numbers plus one by hash; 0 where there is none. Its length is a power of two.
    private int[] table = new int[1024];

    private Words(String text) {
        this.text = text;
    }

    static Words of(String text) {
        var words = new Words(text);
        words.read();
        return words;
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
        return spellings.get(ids[word]);
    }

    /// How often a spelling stands in the draft.
    int count(String spelling) {
        int slot = slot(spelling, 0, spelling.length(), spelling.hashCode());
        return table[slot] == 0 ? 0 : counts[table[slot] - 1];
    }

    /// Whether nothing but one space stands between the word and the next one.
    boolean isNext(int word) {
        return word + 1 < size
                && starts[word + 1] == ends[word] + 1
                && text.charAt(ends[word]) == ' ';
    }

    /// A judgment of every spelling.
    <T> List<T> judged(Function<String, T> judge) {
        var judged = new ArrayList<T>(spellings.size());
        for (var spelling : spellings) {
            judged.add(judge.apply(spelling));
        }
        return judged;
    }

    private void read() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '\u0620' || !Letters.isWordPart(c)) {
                continue;
            }
            int start = i;
            int hash = 0;
            while (i < text.length() && Letters.isWordPart(c = text.charAt(i))) {
                hash = 31 * hash + c;
                i++;
            }
            add(start, i, hash);
        }
    }

    private void add(int start, int end, int hash) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            ids = Arrays.copyOf(ids, 2 * size);
        }
        int slot = slot(text, start, end, hash);
        if (table[slot] == 0) {
            slot = addSpelling(start, end, hash, slot);
        }
        int id = table[slot] - 1;
        counts[id]++;
        starts[size] = start;
        ends[size] = end;
        ids[size++] = id;
    }

    private int addSpelling(int start, int end, int hash, int free) {
        int id = spellings.size();
        spellings.add(text.substring(start, end));
        if (id == counts.length) {
            counts = Arrays.copyOf(counts, 2 * id);
            hashes = Arrays.copyOf(hashes, 2 * id);
        }
        hashes[id] = hash;
        table[free] = id + 1;
        if (2 * (id + 1) < table.length) {
            return free;
        }
        table = new int[2 * table.length];
        for (int i = 0; i <= id; i++) {
            var spelling = spellings.get(i);
            table[slot(spelling, 0, spelling.length(), hashes[i])] = i + 1;
        }
        return slot(text, start, end, hash);
    }

    private int slot(String in, int start, int end, int hash) {
        int mask = table.length - 1;
        int slot = (hash ^ hash >>> 15) & mask;
        while (table[slot] != 0 && !isSame(table[slot] - 1, in, start, end, hash)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean isSame(int id, String in, int start, int end, int hash) {
        var spelling = spellings.get(id);
        return hashes[id] == hash
                && spelling.length() == end - start
                && in.startsWith(spelling, start);
    }
}

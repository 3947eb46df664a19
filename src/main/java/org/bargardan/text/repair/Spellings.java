package org.bargardan.text.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Each spelling of a text once, with a number that counts from 0.
///
/// A hash table over the text's own characters: finding a word's number makes no string of it.
final class Spellings {

    private final List<String> texts = new ArrayList<>();
    private int[] hashes = new int[256];

    /// Numbers plus one by hash; 0 where there is none. Its length is a power of two.
    private int[] table = new int[1024];

    int size() {
        return texts.size();
    }

    String text(int id) {
        return texts.get(id);
    }

    /// The number of a spelling, or -1.
    int find(String spelling) {
        return table[slot(spelling, 0, spelling.length(), spelling.hashCode())] - 1;
    }

    /// The number of what stands there, a new one if it was not seen before.
    ///
    /// @param hash as [String#hashCode] has it
    int id(String in, int start, int end, int hash) {
        int slot = slot(in, start, end, hash);
        return table[slot] == 0 ? add(in.substring(start, end), hash, slot) : table[slot] - 1;
    }

    private int add(String spelling, int hash, int free) {
        int id = texts.size();
        texts.add(spelling);
        if (id == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * id);
        }
        hashes[id] = hash;
        table[free] = id + 1;
        if (2 * (id + 1) >= table.length) {
            grow();
        }
        return id;
    }

    private void grow() {
        table = new int[2 * table.length];
        for (int i = 0; i < texts.size(); i++) {
            var spelling = texts.get(i);
            table[slot(spelling, 0, spelling.length(), hashes[i])] = i + 1;
        }
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
        if (hashes[id] != hash) {
            return false;
        }
        var spelling = texts.get(id);
        return spelling.length() == end - start && in.startsWith(spelling, start);
    }
}

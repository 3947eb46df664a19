package org.bargardan.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bargardan.document.NewDocument.NewParagraph;
import org.bargardan.document.NewDocument.NewSegment;
import org.bargardan.text.SearchFolding;
import org.bargardan.text.Similarity;
import org.bargardan.text.TaggedText;

/// Finds for every segment of a newer version the stored segment that it continues.
///
/// - **Input**: the stored paragraphs in order, those that earlier versions took out of the text,
///   and the newer version's.
/// - **Output**: the newer version's paragraphs, cut as the old ones where they have the same words
///   ([KeptCuts]), and one [Match] for each segment; no stored segment is continued twice.
/// - **Method**, in this order: *kept*, the same source (characters and codes) in the same order
///   ([CommonSequence]); *moved*, the same source elsewhere, if there is one such on both sides, or
///   one with the same neighbour; *back*, the same source as one that had been taken out;
///   *changed*, between the same kept neighbours and alike by at least [#ALIKE], the likest pairs
///   first and none crossing another; *new*, all others. What no segment continues is gone.
/// - **Bound**: within a stretch of changes a segment is compared with those at most [#REACH]
///   places from where it would stand if the changes were spread evenly; everything else is n log
///   n.
final class VersionMatching {

    /// A score of [Similarity]: half of the words, in their order. Between kept neighbours half is
    /// enough to be worth looking at again; a fuzzy match of a memory, which has no place to go by,
    /// needs more.
    static final int ALIKE = 50;

    static final int REACH = 40;

    private static final int NONE = -1;

    private final List<NewSegment> now = new ArrayList<>();
    private final List<Match> matches = new ArrayList<>();
    private final String lang;
    private final List<NewSegment> old = new ArrayList<>();
    private final int[] oldSymbols;
    private final int[] nowSymbols;
    private final boolean[] used;
    private final int live;
    private final List<Boolean> translatable = new ArrayList<>();
    private final List<Boolean> oldTranslatable = new ArrayList<>();
    private final Map<Integer, List<String>> oldTokens = new HashMap<>();

    /// A stored paragraph, or the segments that were taken out of one.
    record OldParagraph(
            ParagraphKind kind, int level, boolean translatable, List<NewSegment> segments) {

        OldParagraph {
            segments = List.copyOf(segments);
        }
    }

    /// How a segment of the newer version came about.
    enum Kind {
        KEPT,
        MOVED,
        BACK,
        CHANGED,
        NEW
    }

    /// @param old place of the stored segment among all, those taken out behind the others; −1 for
    ///   a new one
    record Match(Kind kind, int old) {

        private static final Match NEW = new Match(Kind.NEW, NONE);
    }

    /// @param matches one for each segment of the paragraphs, in order
    record Matched(List<NewParagraph> paragraphs, List<Match> matches) {}

    private record Symbol(boolean translatable, TaggedText source) {}

    /// @param marked which of the newer version's paragraphs, from 0, a person has said the kind of
    static Matched match(
            List<OldParagraph> old,
            List<OldParagraph> former,
            List<NewParagraph> now,
            Set<Integer> marked,
            String lang) {
        var cuts = new KeptCuts(old, former, now);
        var paragraphs = new ArrayList<NewParagraph>();
        for (int i = 0; i < now.size(); i++) {
            paragraphs.add(cuts.of(now.get(i), marked.contains(i)));
        }
        var matching = new VersionMatching(old, former, paragraphs, lang);
        matching.keep();
        matching.move();
        matching.bringBack();
        matching.change();
        return new Matched(List.copyOf(paragraphs), List.copyOf(matching.matches));
    }

    private VersionMatching(
            List<OldParagraph> olds,
            List<OldParagraph> formers,
            List<NewParagraph> paragraphs,
            String lang) {
        this.lang = lang;
        var symbols = new HashMap<Symbol, Integer>();
        var ofOld = new ArrayList<Integer>();
        olds.forEach(paragraph -> addOld(paragraph, symbols, ofOld));
        live = old.size();
        formers.forEach(paragraph -> addOld(paragraph, symbols, ofOld));
        oldSymbols = ofOld.stream().mapToInt(Integer::intValue).toArray();
        var ofNow = new ArrayList<Integer>();
        for (var paragraph : paragraphs) {
            for (var segment : paragraph.segments()) {
                now.add(segment);
                translatable.add(paragraph.translatable());
                ofNow.add(symbol(paragraph.translatable(), segment, symbols));
            }
        }
        nowSymbols = ofNow.stream().mapToInt(Integer::intValue).toArray();
        used = new boolean[old.size()];
        for (int i = 0; i < now.size(); i++) {
            matches.add(Match.NEW);
        }
    }

    private void addOld(OldParagraph paragraph, Map<Symbol, Integer> symbols, List<Integer> ofOld) {
        for (var segment : paragraph.segments()) {
            old.add(segment);
            oldTranslatable.add(paragraph.translatable());
            ofOld.add(symbol(paragraph.translatable(), segment, symbols));
        }
    }

    private static int symbol(
            boolean translatable, NewSegment segment, Map<Symbol, Integer> symbols) {
        return symbols.computeIfAbsent(
                new Symbol(translatable, segment.source()), symbol -> symbols.size());
    }

    private void take(Kind kind, int place, int continued) {
        matches.set(place, new Match(kind, continued));
        used[continued] = true;
    }

    private boolean isOpen(int place) {
        return matches.get(place).kind() == Kind.NEW;
    }

    private void keep() {
        int[] kept = CommonSequence.between(Arrays.copyOf(oldSymbols, live), nowSymbols);
        for (int place = 0; place < kept.length; place++) {
            if (kept[place] != CommonSequence.NONE) {
                take(Kind.KEPT, place, kept[place]);
            }
        }
    }

    /// Neighbours first: they tell the same words in two places apart.
    private void move() {
        int[] liveSymbols = Arrays.copyOf(oldSymbols, live);
        List<Key> keys =
                List.of(
                        (symbols, i) -> List.of(symbols[i], at(symbols, i - 1), at(symbols, i + 1)),
                        (symbols, i) -> List.of(symbols[i], at(symbols, i - 1)),
                        (symbols, i) -> List.of(symbols[i], at(symbols, i + 1)),
                        (symbols, i) -> List.of(symbols[i]));
        for (var key : keys) {
            var olds = new HashMap<List<Integer>, List<Integer>>();
            for (int i = 0; i < live; i++) {
                if (!used[i]) {
                    olds.computeIfAbsent(key.of(liveSymbols, i), any -> new ArrayList<>(1)).add(i);
                }
            }
            var news = new HashMap<List<Integer>, List<Integer>>();
            for (int place = 0; place < nowSymbols.length; place++) {
                if (isOpen(place)) {
                    news.computeIfAbsent(key.of(nowSymbols, place), any -> new ArrayList<>(1))
                            .add(place);
                }
            }
            news.forEach((what, places) -> {
                var there = olds.getOrDefault(what, List.of());
                if (places.size() == 1 && there.size() == 1) {
                    take(Kind.MOVED, places.getFirst(), there.getFirst());
                }
            });
        }
    }

    /// What a segment is known by when it stands elsewhere.
    private interface Key {

        List<Integer> of(int[] symbols, int place);
    }

    private static int at(int[] symbols, int place) {
        return place < 0 || place >= symbols.length ? NONE : symbols[place];
    }

    private void bringBack() {
        var formers = new HashMap<Integer, ArrayDeque<Integer>>();
        for (int i = live; i < oldSymbols.length; i++) {
            formers.computeIfAbsent(oldSymbols[i], symbol -> new ArrayDeque<>(1)).add(i);
        }
        for (int place = 0; place < nowSymbols.length; place++) {
            var there = formers.get(nowSymbols[place]);
            if (isOpen(place) && there != null && !there.isEmpty()) {
                take(Kind.BACK, place, there.remove());
            }
        }
    }

    private void change() {
        int nowFrom = 0;
        int oldFrom = 0;
        for (int place = 0; place <= matches.size(); place++) {
            boolean isEnd = place == matches.size();
            if (isEnd || matches.get(place).kind() == Kind.KEPT) {
                int oldTo = isEnd ? live : matches.get(place).old();
                changeBetween(open(nowFrom, place), unused(oldFrom, oldTo));
                nowFrom = place + 1;
                oldFrom = oldTo + 1;
            }
        }
    }

    private int[] open(int from, int to) {
        return IntStream.range(from, to).filter(this::isOpen).toArray();
    }

    private int[] unused(int from, int to) {
        return IntStream.range(from, to).filter(i -> !used[i]).toArray();
    }

    /// A stored segment and one of the newer version, by their places in a stretch of changes.
    ///
    /// @param far how far apart they stand
    private record Pair(int score, int far, int now, int old) {}

    private void changeBetween(int[] news, int[] olds) {
        if (news.length == 0 || olds.length == 0) {
            return;
        }
        var pairs = new ArrayList<Pair>();
        for (int y = 0; y < news.length; y++) {
            int middle = (int) ((long) y * olds.length / news.length);
            int last = Math.min(olds.length - 1, middle + REACH);
            var tokens = SearchFolding.tokens(now.get(news[y]).source().text(), lang);
            for (int x = Math.max(0, middle - REACH); x <= last; x++) {
                int score = score(olds[x], news[y], tokens);
                if (score >= ALIKE) {
                    pairs.add(new Pair(score, Math.abs(x - middle), y, x));
                }
            }
        }
        pairs.sort(
                Comparator.comparingInt(Pair::score)
                        .reversed()
                        .thenComparingInt(Pair::far)
                        .thenComparingInt(Pair::now)
                        .thenComparingInt(Pair::old));
        var taken = new TreeMap<Integer, Integer>();
        for (var pair : pairs) {
            var before = taken.floorEntry(pair.now);
            var after = taken.ceilingEntry(pair.now);
            if ((before == null || before.getKey() < pair.now && before.getValue() < pair.old)
                    && (after == null || after.getValue() > pair.old)) {
                taken.put(pair.now, pair.old);
            }
        }
        taken.forEach((y, x) -> take(Kind.CHANGED, news[y], olds[x]));
        oldTokens.clear();
    }

    private int score(int continued, int place, List<String> tokens) {
        return translatable.get(place).equals(oldTranslatable.get(continued))
                ? Similarity.scoreAtLeast(
                        ALIKE,
                        oldTokens.computeIfAbsent(
                                continued,
                                i -> SearchFolding.tokens(old.get(i).source().text(), lang)),
                        tokens)
                : NONE;
    }
}

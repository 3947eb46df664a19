package org.bargardan.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bargardan.document.NewDocument.NewParagraph;
import org.bargardan.document.NewDocument.NewSegment;
import org.bargardan.document.VersionMatching.OldParagraph;
import org.bargardan.text.TaggedText;

/// Gives the paragraphs of a newer version the cut that they have in the older one, where the words
/// are the same: people split and join segments, and later rules may cut otherwise.
///
/// A paragraph with the text of an old one takes its whole cut, and what the old one was said to be
/// unless the file or a person now says something else. In others, neighbouring segments whose text
/// is that of neighbouring old ones take the old cut, up to [#MOST_RUN] on either side.
final class KeptCuts {

    static final int MOST_RUN = 6;

    private final Map<TaggedText, ArrayDeque<OldParagraph>> whole = new HashMap<>();
    private final Map<Long, List<Run>> runs = new HashMap<>();

    /// Some neighbouring segments of an old paragraph.
    private record Run(OldParagraph paragraph, int from, int to) {

        List<NewSegment> segments() {
            return paragraph.segments().subList(from, to);
        }
    }

    /// @param now the newer version, whose paragraphs say which old ones need no closer look
    KeptCuts(List<OldParagraph> old, List<OldParagraph> former, List<NewParagraph> now) {
        for (var paragraphs : List.of(old, former)) {
            paragraphs.forEach(paragraph ->
                    whole.computeIfAbsent(text(paragraph.segments()), text -> new ArrayDeque<>())
                            .add(paragraph));
        }
        Set<TaggedText> texts = new HashSet<>();
        now.forEach(paragraph -> texts.add(text(paragraph.segments())));
        old.stream()
                .filter(paragraph -> !texts.contains(text(paragraph.segments())))
                .forEach(this::addRuns);
    }

    private void addRuns(OldParagraph paragraph) {
        var segments = paragraph.segments();
        for (int from = 0; from < segments.size(); from++) {
            long hash = 0;
            for (int to = from + 1; to <= Math.min(segments.size(), from + MOST_RUN); to++) {
                hash = extended(hash, segments, from, to);
                runs.computeIfAbsent(hash, any -> new ArrayList<>(1))
                        .add(new Run(paragraph, from, to));
            }
        }
    }

    /// @param marked whether a person has now said what the paragraph is
    NewParagraph of(NewParagraph paragraph, boolean marked) {
        var same = whole.get(text(paragraph.segments()));
        return same == null
                ? with(paragraph, recut(paragraph))
                : likeOld(paragraph, same.size() > 1 ? same.remove() : same.element(), marked);
    }

    private static NewParagraph likeOld(NewParagraph now, OldParagraph old, boolean marked) {
        var segments = withLastSpace(old.segments(), now.segments().getLast().spaceAfter());
        if (marked) {
            return with(now, segments);
        }
        boolean keepsKind = now.kind() == ParagraphKind.BODY;
        return new NewParagraph(
                keepsKind ? old.kind() : now.kind(),
                keepsKind ? old.level() : now.level(),
                now.textUnit(),
                now.separatorBefore(),
                keepsKind ? old.translatable() : now.translatable(),
                now.page(),
                now.noteMark(),
                segments,
                now.codes());
    }

    private List<NewSegment> recut(NewParagraph paragraph) {
        var segments = paragraph.segments();
        var cut = new ArrayList<NewSegment>();
        int from = 0;
        while (from < segments.size()) {
            int to = Math.min(segments.size(), from + MOST_RUN);
            Optional<List<NewSegment>> old = Optional.empty();
            while (to > from && old.isEmpty()) {
                old = oldCut(segments.subList(from, to), paragraph.translatable());
                to--;
            }
            if (old.isPresent()) {
                cut.addAll(withLastSpace(old.get(), segments.get(to).spaceAfter()));
                from = to + 1;
            } else {
                cut.add(segments.get(from));
                from++;
            }
        }
        return cut;
    }

    private Optional<List<NewSegment>> oldCut(List<NewSegment> now, boolean translatable) {
        long hash = 0;
        for (int to = 1; to <= now.size(); to++) {
            hash = extended(hash, now, 0, to);
        }
        var text = text(now);
        var same =
                runs.getOrDefault(hash, List.of()).stream()
                        .filter(run -> run.paragraph.translatable() == translatable)
                        .filter(run -> text(run.segments()).equals(text))
                        .toList();
        // Cut alike somewhere: then no other place says that it should be cut otherwise.
        return same.stream()
                .filter(run -> run.segments().size() == now.size())
                .findFirst()
                .or(() -> same.stream().findFirst())
                .map(Run::segments);
    }

    /// The hash of the first segments with one more, spaces between them.
    private static long extended(long hash, List<NewSegment> segments, int from, int to) {
        long longer = hash;
        if (to - 1 > from) {
            longer = hashed(longer, segments.get(to - 2).spaceAfter());
        }
        return hashed(longer, segments.get(to - 1).source().text());
    }

    private static long hashed(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 0x100000001b3L + text.charAt(i) + 1;
        }
        return hash;
    }

    private static TaggedText text(List<NewSegment> segments) {
        var last = segments.getLast();
        if (segments.size() == 1) {
            return last.source();
        }
        var parts = new ArrayList<TaggedText>();
        segments.forEach(segment -> {
            parts.add(segment.source());
            parts.add(TaggedText.plain(segment.spaceAfter()));
        });
        parts.removeLast();
        return TaggedText.join(parts);
    }

    private static List<NewSegment> withLastSpace(List<NewSegment> segments, String space) {
        var all = new ArrayList<>(segments);
        all.add(new NewSegment(all.removeLast().source(), space));
        return all;
    }

    private static NewParagraph with(NewParagraph paragraph, List<NewSegment> segments) {
        return new NewParagraph(
                paragraph.kind(),
                paragraph.level(),
                paragraph.textUnit(),
                paragraph.separatorBefore(),
                paragraph.translatable(),
                paragraph.page(),
                paragraph.noteMark(),
                segments,
                paragraph.codes());
    }
}

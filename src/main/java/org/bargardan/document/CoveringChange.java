package org.bargardan.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bargardan.document.VersionMatching.Kind;
import org.bargardan.document.internal.schema.tables.records.DocumentRenderingSegmentRecord;
import org.bargardan.document.internal.schema.tables.records.DocumentSegmentRecord;

/// What a newer version does to the renderings of a document, in all its sets.
///
/// A rendering stays with the first of its segments that are still neighbours; a segment that
/// parted from them gets an untranslated rendering of its own.
///
/// @param touched every rendering whose sources or cut are others now, so that words begun on the
///   old ones conflict
/// @param marked those of them whose words somebody must look at again
/// @param parted links of segments that need a rendering of their own
record CoveringChange(
        Set<UUID> touched, Set<UUID> marked, List<DocumentRenderingSegmentRecord> parted) {

    /// Where a segment stands in the newer version.
    private record Place(int paragraph, int segment, Kind kind) {

        boolean isNextTo(Place before) {
            return paragraph == before.paragraph && segment == before.segment + 1;
        }
    }

    static CoveringChange of(
            StoredText stored, VersionPlan plan, List<DocumentRenderingSegmentRecord> links) {
        var places = places(plan);
        var order = new HashMap<UUID, Integer>();
        var textBefore = new HashSet<UUID>();
        for (var segment : stored.segments()) {
            if (order.size() < stored.live()) {
                textBefore.add(segment.getId());
            }
            order.put(segment.getId(), order.size());
        }
        var covered = new LinkedHashMap<UUID, List<DocumentRenderingSegmentRecord>>();
        links.stream()
                .filter(link -> order.containsKey(link.getSegmentId()))
                .sorted(Comparator.comparing(link -> order.getOrDefault(link.getSegmentId(), 0)))
                .forEach(link ->
                        covered.computeIfAbsent(link.getRenderingId(), id -> new ArrayList<>(1))
                                .add(link));
        var change = new CoveringChange(new LinkedHashSet<>(), new HashSet<>(), new ArrayList<>());
        covered.forEach((rendering, all) -> change.add(rendering, all, textBefore, places));
        return change;
    }

    private static Map<UUID, Place> places(VersionPlan plan) {
        var places = new HashMap<UUID, Place>();
        for (int i = 0; i < plan.paragraphs().size(); i++) {
            var segments = plan.paragraphs().get(i).segments();
            for (int j = 0; j < segments.size(); j++) {
                DocumentSegmentRecord row = segments.get(j).stored();
                if (row != null) {
                    places.put(row.getId(), new Place(i, j, segments.get(j).kind()));
                }
            }
        }
        return places;
    }

    /// @param all links of the rendering, in the order in which their segments are stored
    private void add(
            UUID rendering,
            List<DocumentRenderingSegmentRecord> all,
            Set<UUID> textBefore,
            Map<UUID, Place> places) {
        var before = all.stream().filter(link -> textBefore.contains(link.getSegmentId())).toList();
        var after =
                all.stream()
                        .filter(link -> places.containsKey(link.getSegmentId()))
                        .sorted(
                                Comparator.comparing(
                                        link -> place(link, places),
                                        Comparator.comparingInt(Place::paragraph)
                                                .thenComparingInt(Place::segment)))
                        .toList();
        if (after.isEmpty()) {
            if (!before.isEmpty()) {
                touched.add(rendering);
            }
            return;
        }
        int together = 1;
        while (together < after.size()
                && place(after.get(together), places)
                        .isNextTo(place(after.get(together - 1), places))) {
            together++;
        }
        parted.addAll(after.subList(together, after.size()));
        var staying = after.subList(0, together);
        boolean isChanged =
                staying.stream().anyMatch(link -> place(link, places).kind == Kind.CHANGED);
        boolean isBack = before.isEmpty();
        if (isChanged || !staying.equals(isBack ? all : before)) {
            marked.add(rendering);
            touched.add(rendering);
        } else if (isBack) {
            touched.add(rendering);
        }
    }

    private static Place place(DocumentRenderingSegmentRecord link, Map<UUID, Place> places) {
        var place = places.get(link.getSegmentId());
        if (place == null) {
            throw new IllegalArgumentException("no place for " + link.getSegmentId());
        }
        return place;
    }
}

package org.bargardan.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bargardan.format.HtmlPage.Unit;
import org.bargardan.format.HtmlWords.Link;

/// Finds the notes in the pages of one book, and makes one code of each of their marks.
///
/// A link is the mark of a note where it says so (`epub:type="noteref"`, `role="doc-noteref"`), and
/// where it shows no more than a number or a sign and leads to a place further on that is named
/// like a note or links back.
final class HtmlNotes {

    private static final Pattern NAMED_LIKE_A_NOTE =
            Pattern.compile(
                    "(?i)[^#]*#(?:.*[^a-z])?_?(?:foot|end)?(?:note|ftn|fn|edn)s?[-_.:]?.{0,12}");

    /// More than any note has.
    private static final int PARAGRAPHS_MOST = 100;

    private final List<Placed> units = new ArrayList<>();
    private final Map<String, List<Integer>> byName = new HashMap<>();

    private record Placed(HtmlPage page, Unit unit) {}

    private HtmlNotes(List<HtmlPage> pages) {
        for (HtmlPage page : pages) {
            for (Unit unit : page.units()) {
                for (String name : page.names(unit)) {
                    List<Integer> named = byName.computeIfAbsent(name, _ -> new ArrayList<>());
                    if (named.size() < PARAGRAPHS_MOST) {
                        named.add(units.size());
                    }
                }
                units.add(new Placed(page, unit));
            }
        }
    }

    static void find(List<HtmlPage> pages) {
        var notes = new HtmlNotes(pages);
        notes.join(notes.marks());
        notes.joinWaysBack();
    }

    /// By unit, the links that are marks.
    private Map<Integer, List<Link>> marks() {
        var marks = new HashMap<Integer, List<Link>>();
        for (int i = 0; i < units.size(); i++) {
            for (Link link : units.get(i).unit.words().links()) {
                if (isMark(i, link)) {
                    marks.computeIfAbsent(i, _ -> new ArrayList<>()).add(link);
                }
            }
        }
        return marks;
    }

    private boolean isMark(int at, Link link) {
        Placed from = units.get(at);
        String target = from.page.target(link.tag().attribute("href").orElse("")).orElse("");
        List<Integer> bodies = byName.getOrDefault(target, List.of());
        if (link.isMark()) {
            return true;
        }
        if (bodies.isEmpty() || bodies.getFirst() <= at || !link.isShort() || link.isWayBack()) {
            return false;
        }
        return NAMED_LIKE_A_NOTE.matcher(target).matches()
                || bodies.stream().anyMatch(body -> leadsBack(body, from, link));
    }

    private boolean leadsBack(int body, Placed to, Link mark) {
        Set<String> names = new HashSet<>();
        mark.ids().forEach(id -> names.add(to.page.name() + "#" + id));
        if (names.isEmpty()) {
            names.addAll(to.page.names(to.unit));
        }
        Placed from = units.get(body);
        return from.unit.words().links().stream()
                .flatMap(link -> from.page.target(link.tag().attribute("href").orElse("")).stream())
                .anyMatch(names::contains);
    }

    private void join(Map<Integer, List<Link>> marks) {
        marks.forEach((at, links) -> {
            Placed from = units.get(at);
            for (Link link : links) {
                from.page
                        .target(link.tag().attribute("href").orElse(""))
                        .ifPresent(note -> {
                            for (int body : byName.getOrDefault(note, List.of())) {
                                if (body != at) {
                                    units.get(body).unit.isOfNote(note);
                                }
                            }
                        });
                from.unit.words().join(link.id(), HtmlWords.NOTE);
            }
        });
    }

    private void joinWaysBack() {
        for (Placed placed : units) {
            if (!placed.unit.isInNote()) {
                continue;
            }
            for (Link link : placed.unit.words().links()) {
                boolean isWithin =
                        placed.page.target(link.tag().attribute("href").orElse("")).isPresent();
                if (link.isWayBack() || (isWithin && link.isShort())) {
                    placed.unit.words().join(link.id(), HtmlWords.BACK);
                }
            }
        }
    }
}

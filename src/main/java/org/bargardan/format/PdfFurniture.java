package org.bargardan.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds running heads and page numbers by where they stand and that they come again.
///
/// - **Input**: all lines of a document.
/// - **Output**: those that stand outermost on their page, above or below, and whose text, digits
///   aside, stands at the same height on other pages too; a number that stands apart from the text;
///   and, where on most pages one line stands apart at the same height, as the titles of chapters
///   do, that line. Behind a line that was found the next one is looked at.
final class PdfFurniture {

    private static final double SAME_HEIGHT = 3;
    private static final int DEPTH = 2;

    /// From the text, in shares of the size of its letters.
    private static final double APART = 1.8;

    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?:صفحه[ٔ‌ی]*|[Pp]age)?[\\s\\[(–—-]*\\p{Nd}{1,4}[\\s\\])–—-]*"
                            + "(?:(?:/|از|of)\\s*\\p{Nd}{1,4})?");

    private final List<List<PdfTextLine>> pages;
    private final Set<PdfTextLine> found = new HashSet<>();

    private PdfFurniture(List<List<PdfTextLine>> pages) {
        this.pages = pages;
    }

    static Set<PdfTextLine> of(List<List<PdfTextLine>> pages) {
        var furniture = new PdfFurniture(pages);
        for (int depth = 0; depth < DEPTH; depth++) {
            furniture.find(true);
            furniture.find(false);
        }
        return furniture.found;
    }

    /// The outermost lines of a page that were not found yet, all at one height.
    private record Edge(int page, List<PdfTextLine> lines, double distance) {

        double height() {
            return lines.getFirst().baseline();
        }
    }

    private void find(boolean above) {
        var edges = new ArrayList<Edge>();
        for (int page = 0; page < pages.size(); page++) {
            var rest =
                    pages.get(page).stream()
                            .filter(line -> line.direction() == 0 && !found.contains(line))
                            .toList();
            if (!rest.isEmpty()) {
                edges.add(edge(page, rest, above));
            }
        }
        var heights = new HashMap<String, List<Edge>>();
        for (var edge : edges) {
            edge.lines().stream()
                    .map(PdfFurniture::folded)
                    .distinct()
                    .forEach(text ->
                            heights.computeIfAbsent(text, any -> new ArrayList<>()).add(edge));
        }
        int others = Math.min(2, Math.max(1, pages.size() - 2));
        var furniture = new ArrayList<PdfTextLine>();
        for (var edge : edges) {
            boolean isApart = isApart(edge);
            boolean title = isApart && pages.size() > 3 && isApartOnMostPages(edge, edges);
            for (var line : edge.lines()) {
                boolean repeats =
                        heights.getOrDefault(folded(line), List.of()).stream()
                                        .filter(other ->
                                                other.page() != edge.page()
                                                        && isAtSameHeight(other, edge))
                                        .limit(others)
                                        .count()
                                == others;
                boolean number = isApart && NUMBER.matcher(line.text()).matches();
                if (repeats || number || title) {
                    furniture.add(line);
                }
            }
        }
        found.addAll(furniture);
    }

    private boolean isApartOnMostPages(Edge edge, List<Edge> edges) {
        long apart =
                edges.stream()
                        .filter(other -> isAtSameHeight(other, edge) && isApart(other))
                        .count();
        return apart * 5 > pages.size() * 3L;
    }

    private static Edge edge(int page, List<PdfTextLine> lines, boolean above) {
        double outermost =
                above
                        ? lines.stream().mapToDouble(PdfTextLine::baseline).max().orElseThrow()
                        : lines.stream().mapToDouble(PdfTextLine::baseline).min().orElseThrow();
        var edge =
                lines.stream()
                        .filter(line -> Math.abs(line.baseline() - outermost) <= SAME_HEIGHT)
                        .toList();
        double distance =
                lines.stream()
                        .filter(line -> !edge.contains(line))
                        .mapToDouble(line -> Math.abs(line.baseline() - outermost) / line.size())
                        .min()
                        .orElse(Double.MAX_VALUE);
        return new Edge(page, edge, distance);
    }

    private static boolean isAtSameHeight(Edge a, Edge b) {
        return Math.abs(a.height() - b.height()) <= SAME_HEIGHT;
    }

    private static boolean isApart(Edge edge) {
        return edge.distance() > APART;
    }

    private static String folded(PdfTextLine line) {
        return DIGITS.matcher(line.text()).replaceAll("#").replace(" ", "");
    }
}

package org.bargardan.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Cuts a page into blocks that are read one after another, and those into lines.
///
/// - **Input**: the signs of one direction on one page.
/// - **Output**: blocks in reading order: a stretch of the page that a white strip parts from top
///   to bottom is two columns, the right one first where the page runs to the left; what stands
///   above or below across both is a block of its own. Lines from top to bottom.
/// - **A strip** is at least 0.8 of the font's size wide and has three lines or more on both sides,
///   each side at least a sixth of the whole: marks of a list are no column.
/// - **Source**: the recursive cut of Nagy and Seth 1984, with lines in place of picture rows.
final class PdfColumns {

    private static final double STRIP = 0.8;
    private static final double LEAST_SHARE = 1.0 / 6;
    private static final int LEAST_LINES = 3;

    /// A gap in a line that may be a strip, in shares of the font's size.
    private static final double CHUNK_GAP = 0.7;

    /// More are no page of text, and looking for columns takes time with their square.
    private static final int MOST_ROWS = 200;

    private static final int MOST_CHUNKS = 3_000;

    private static final double SAME_LINE = 0.3;
    private static final double RAISED_MOST = 0.6;
    private static final double SMALL = 0.85;
    private static final double ASCENT = 0.6;
    private static final double DESCENT = 0.2;

    private final boolean rightToLeft;
    private final List<List<PdfLine>> blocks = new ArrayList<>();

    private PdfColumns(boolean rightToLeft) {
        this.rightToLeft = rightToLeft;
    }

    static List<List<PdfLine>> of(List<PdfGlyph> signs, boolean rightToLeft) {
        var columns = new PdfColumns(rightToLeft);
        columns.cut(rows(chunks(lines(signs))));
        return columns.blocks;
    }

    /// Signs on one line without a gap that a column might be.
    private record Chunk(
            List<PdfGlyph> signs, double left, double right, double top, double bottom) {

        static Chunk of(List<PdfGlyph> signs, double baseline, double size) {
            double left = Double.MAX_VALUE;
            double right = -Double.MAX_VALUE;
            for (var sign : signs) {
                left = Math.min(left, sign.left());
                right = Math.max(right, sign.right());
            }
            return new Chunk(
                    signs, left, right, baseline + ASCENT * size, baseline - DESCENT * size);
        }

        double size() {
            return (top - bottom) / (ASCENT + DESCENT);
        }
    }

    /// Chunks beside each other.
    private record Row(List<Chunk> chunks, double top, double bottom) {}

    /// Signs by baseline: large ones make lines, small raised ones join the line they touch.
    private static List<List<PdfGlyph>> lines(List<PdfGlyph> signs) {
        var ordered = new ArrayList<>(signs.stream().filter(sign -> !sign.isMark()).toList());
        ordered.sort(Comparator.comparingDouble(PdfGlyph::baseline).reversed());
        var lines = new ArrayList<List<PdfGlyph>>();
        for (var sign : ordered) {
            var last = lines.isEmpty() ? null : lines.getLast();
            if (last != null
                    && last.getFirst().baseline() - sign.baseline()
                            < SAME_LINE * Math.min(sign.size(), last.getFirst().size())) {
                last.add(sign);
            } else {
                lines.add(new ArrayList<>(List.of(sign)));
            }
        }
        var merged = raisedJoined(lines);
        signs.stream().filter(PdfGlyph::isMark).forEach(mark -> addMark(merged, mark));
        return merged;
    }

    private static List<List<PdfGlyph>> raisedJoined(List<List<PdfGlyph>> lines) {
        var joined = new ArrayList<List<PdfGlyph>>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var next = i + 1 < lines.size() ? lines.get(i + 1) : null;
            if (next != null && isRaisedOver(line, next)) {
                next.addAll(line);
            } else {
                joined.add(line);
            }
        }
        return joined;
    }

    private static boolean isRaisedOver(List<PdfGlyph> line, List<PdfGlyph> below) {
        double size = size(below);
        return size(line) < SMALL * size
                && line.getFirst().baseline() - below.getFirst().baseline() < RAISED_MOST * size
                && line.stream()
                        .allMatch(sign ->
                                below.stream()
                                        .anyMatch(other ->
                                                Math.abs(other.middle() - sign.middle())
                                                        < 2 * size));
    }

    private static double size(List<PdfGlyph> line) {
        return line.stream().mapToDouble(PdfGlyph::size).max().orElseThrow();
    }

    private static void addMark(List<List<PdfGlyph>> lines, PdfGlyph mark) {
        lines.stream()
                .filter(line ->
                        Math.abs(line.getFirst().baseline() - mark.baseline()) < mark.size())
                .min(
                        Comparator.comparingDouble(
                                line -> Math.abs(line.getFirst().baseline() - mark.baseline())))
                .ifPresent(line -> line.add(mark));
    }

    private static List<Chunk> chunks(List<List<PdfGlyph>> lines) {
        var chunks = new ArrayList<Chunk>();
        for (var line : lines) {
            line.sort(Comparator.comparingDouble(PdfGlyph::left));
            double size = size(line);
            double baseline = line.stream().mapToDouble(PdfGlyph::baseline).min().orElseThrow();
            var signs = new ArrayList<PdfGlyph>();
            double reached = 0;
            for (var sign : line) {
                if (!signs.isEmpty()
                        && !sign.isSpace()
                        && sign.left() - reached > CHUNK_GAP * size) {
                    chunks.add(Chunk.of(List.copyOf(signs), baseline, size));
                    signs.clear();
                }
                if (!sign.isSpace()) {
                    reached = signs.isEmpty() ? sign.right() : Math.max(reached, sign.right());
                }
                if (!signs.isEmpty() || !sign.isSpace()) {
                    signs.add(sign);
                }
            }
            if (!signs.isEmpty()) {
                chunks.add(Chunk.of(withoutLastSpaces(signs), baseline, size));
            }
        }
        return chunks;
    }

    private static List<PdfGlyph> withoutLastSpaces(List<PdfGlyph> signs) {
        int to = signs.size();
        while (to > 1 && signs.get(to - 1).isSpace()) {
            to--;
        }
        return List.copyOf(signs.subList(0, to));
    }

    private static List<Row> rows(List<Chunk> chunks) {
        var ordered = new ArrayList<>(chunks);
        ordered.sort(Comparator.comparingDouble(Chunk::top).reversed());
        var rows = new ArrayList<Row>();
        for (var chunk : ordered) {
            if (!rows.isEmpty() && chunk.top() > rows.getLast().bottom()) {
                var last = rows.removeLast();
                last.chunks().add(chunk);
                rows.add(
                        new Row(
                                last.chunks(),
                                last.top(),
                                Math.min(last.bottom(), chunk.bottom())));
            } else {
                rows.add(new Row(new ArrayList<>(List.of(chunk)), chunk.top(), chunk.bottom()));
            }
        }
        return rows;
    }

    private void cut(List<Row> rows) {
        int done = 0;
        boolean bounded =
                rows.size() <= MOST_ROWS
                        && rows.stream().mapToInt(row -> row.chunks().size()).sum() <= MOST_CHUNKS;
        for (int from = 0; bounded && from < rows.size(); from++) {
            if (rows.get(from).chunks().size() < 2) {
                continue;
            }
            for (int to = rows.size(); to > from; to--) {
                double strip = strip(rows.subList(from, to));
                if (!Double.isNaN(strip)) {
                    addBlock(rows.subList(done, from));
                    cutAt(rows.subList(from, to), strip);
                    done = to;
                    from = to - 1;
                    break;
                }
            }
        }
        addBlock(rows.subList(done, rows.size()));
    }

    private void cutAt(List<Row> rows, double strip) {
        var left = new ArrayList<Chunk>();
        var right = new ArrayList<Chunk>();
        for (var row : rows) {
            row.chunks().forEach(chunk -> (chunk.left() < strip ? left : right).add(chunk));
        }
        cut(rows(rightToLeft ? right : left));
        cut(rows(rightToLeft ? left : right));
    }

    /// The middle of the widest white strip through all rows; NaN if there is none.
    private static double strip(List<Row> rows) {
        var chunks =
                rows.stream()
                        .flatMap(row -> row.chunks().stream())
                        .sorted(Comparator.comparingDouble(Chunk::left))
                        .toList();
        if (chunks.size() < 2 * LEAST_LINES) {
            return Double.NaN;
        }
        double left = chunks.getFirst().left();
        double right = chunks.stream().mapToDouble(Chunk::right).max().orElseThrow();
        double size = chunks.get(chunks.size() / 2).size();
        double reached = chunks.getFirst().right();
        double widest = STRIP * size;
        double middle = Double.NaN;
        for (int i = 1; i < chunks.size(); i++) {
            var chunk = chunks.get(i);
            double gap = chunk.left() - reached;
            double at = reached + gap / 2;
            if (gap > widest
                    && i >= LEAST_LINES
                    && chunks.size() - i >= LEAST_LINES
                    && reached - left > LEAST_SHARE * (right - left)
                    && right - chunk.left() > LEAST_SHARE * (right - left)
                    && isBesideEachOther(rows.getFirst(), at)
                    && isBesideEachOther(rows, at)) {
                widest = gap;
                middle = at;
            }
            reached = Math.max(reached, chunk.right());
        }
        return middle;
    }

    /// A heading over the left column alone is not where columns begin.
    private static boolean isBesideEachOther(Row row, double at) {
        return row.chunks().stream().anyMatch(chunk -> chunk.left() < at)
                && row.chunks().stream().anyMatch(chunk -> chunk.left() > at);
    }

    private static boolean isBesideEachOther(List<Row> rows, double at) {
        long both = rows.stream().filter(row -> isBesideEachOther(row, at)).count();
        long lines = Math.min(lines(rows, at, true), lines(rows, at, false));
        return lines >= LEAST_LINES && both * 2 >= Math.min(lines, rows.size());
    }

    private static long lines(List<Row> rows, double at, boolean leftOf) {
        return rows.stream()
                .flatMap(row -> row.chunks().stream())
                .filter(chunk -> chunk.left() < at == leftOf)
                .map(chunk -> Math.round(chunk.bottom() / (SAME_LINE * chunk.size())))
                .distinct()
                .count();
    }

    private void addBlock(List<Row> rows) {
        var lines = new ArrayList<PdfLine>();
        for (var row : rows) {
            for (var chunks : byBaseline(row.chunks())) {
                var line =
                        new PdfLine(
                                chunks.stream().flatMap(chunk -> chunk.signs().stream()).toList());
                if (!line.isEmpty()) {
                    lines.add(line);
                }
            }
        }
        if (!lines.isEmpty()) {
            blocks.add(lines);
        }
    }

    /// A row of lines set too tightly is several lines.
    private static List<List<Chunk>> byBaseline(List<Chunk> chunks) {
        var ordered = new ArrayList<>(chunks);
        ordered.sort(Comparator.comparingDouble(Chunk::bottom).reversed());
        var lines = new ArrayList<List<Chunk>>();
        for (var chunk : ordered) {
            var last = lines.isEmpty() ? null : lines.getLast().getFirst();
            if (last != null
                    && Math.abs(
                                    last.bottom()
                                            + DESCENT * last.size()
                                            - chunk.bottom()
                                            - DESCENT * chunk.size())
                            < SAME_LINE * last.size()) {
                lines.getLast().add(chunk);
            } else {
                lines.add(new ArrayList<>(List.of(chunk)));
            }
        }
        return lines;
    }
}

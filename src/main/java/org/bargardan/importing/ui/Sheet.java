package org.bargardan.importing.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.bargardan.format.ExtractedParagraph;
import org.bargardan.importing.RepairedFile;
import org.bargardan.importing.RepairedFile.Repair;
import org.bargardan.importing.ui.SheetRow.Piece;
import org.bargardan.text.repair.Flag;
import org.bargardan.text.repair.RepairEdit;

/// The original and the repaired text of a file side by side: a row for each paragraph of the
/// repaired text, with what came before it.
///
/// All rows together hold every repair once, and their left sides are the original exactly, but for
/// the white space at their ends.
final class Sheet {

    private final RepairedFile file;
    private final String original;
    private final List<Repair> repairs;
    private final List<RepairEdit> refused;

    /// For each row where it begins in the original, in UTF-16 code units, and with which repair.
    private final int[] starts;

    private final int[] firstRepairs;

    private final List<Flag> questions;

    Sheet(RepairedFile file) {
        this(file, file.flags());
    }

    /// @param questions the flags that are still asked about
    Sheet(RepairedFile file, List<Flag> questions) {
        this.file = file;
        this.questions = List.copyOf(questions);
        original = file.file().text();
        repairs = file.repairs();
        refused =
                file.choices().refused().stream()
                        .filter(edit -> original.startsWith(edit.before(), edit.at()))
                        .sorted(Comparator.comparingInt(RepairEdit::at))
                        .toList();
        int rows = Math.max(1, file.document().paragraphs().size());
        starts = new int[rows + 1];
        firstRepairs = new int[rows + 1];
        findStarts(rows);
    }

    private void findStarts(int rows) {
        int place = 0;
        int next = 0;
        int shift = 0;
        for (int row = 1; row < rows; row++) {
            place += length(file.document().paragraphs().get(row - 1));
            int start = place + file.document().paragraphs().get(row).separatorBefore().length();
            // A repair that the boundary would cut belongs to the row before.
            while (next < repairs.size() && repairs.get(next).edit().at() + shift < start) {
                var edit = repairs.get(next++).edit();
                shift += edit.after().length() - edit.before().length();
            }
            int last = next == 0 ? 0 : repairs.get(next - 1).edit().end();
            starts[row] = Math.max(last, Math.clamp(start - shift, 0, original.length()));
            firstRepairs[row] = next;
        }
        starts[rows] = original.length();
        firstRepairs[rows] = repairs.size();
    }

    private static int length(ExtractedParagraph paragraph) {
        return paragraph.separatorBefore().length() + paragraph.text().length();
    }

    int size() {
        return starts.length - 1;
    }

    /// The row that holds a place of the original.
    int rowAt(int place) {
        int found = Arrays.binarySearch(starts, 0, size(), place);
        return found >= 0 ? lastOf(found) : Math.max(0, -found - 2);
    }

    /// Rows of moved text begin at one place; the last of them holds what came from there.
    private int lastOf(int row) {
        int last = row;
        while (last + 1 < size() && starts[last + 1] == starts[row]) {
            last++;
        }
        return last;
    }

    List<SheetRow> rows(int from, int count) {
        var rows = new ArrayList<SheetRow>();
        for (int row = Math.max(0, from); row < Math.min(size(), from + count); row++) {
            rows.add(row(row));
        }
        return rows;
    }

    private SheetRow row(int row) {
        var paragraphs = file.document().paragraphs();
        var paragraph = row < paragraphs.size() ? paragraphs.get(row) : null;
        return new SheetRow(
                row,
                starts[row],
                starts[row + 1],
                paragraph == null ? "body" : paragraph.kind().name().toLowerCase(Locale.ROOT),
                paragraph == null ? 0 : paragraph.place().page(),
                SheetPieces.wholeWords(pieces(row)),
                flags(row));
    }

    private List<Piece> pieces(int row) {
        var pieces = new ArrayList<Piece>();
        int at = starts[row];
        int end = starts[row + 1];
        for (int n = firstRepairs[row]; n < firstRepairs[row + 1]; n++) {
            var edit = repairs.get(n).edit();
            addUnchanged(pieces, at, edit.at());
            pieces.add(Piece.changed(repairs.get(n), n));
            at = edit.end();
        }
        addUnchanged(pieces, at, end);
        return pieces;
    }

    /// What nobody changed, with the places at which somebody refused a change.
    private void addUnchanged(List<Piece> pieces, int from, int to) {
        int at = from;
        for (int n = 0; n < refused.size() && at <= to; n++) {
            var edit = refused.get(n);
            if (edit.at() >= at && edit.end() <= to && edit.end() > edit.at()) {
                pieces.add(Piece.same(original.substring(at, edit.at())));
                pieces.add(Piece.refused(edit, n));
                at = edit.end();
            }
        }
        if (at < to) {
            pieces.add(Piece.same(original.substring(at, to)));
        }
    }

    RepairEdit refused(int n) {
        return refused.get(n);
    }

    private List<SheetRow.Question> flags(int row) {
        var asked = new ArrayList<SheetRow.Question>();
        for (var flag : questions) {
            if (rowAt(flag.at()) == row) {
                asked.add(
                        new SheetRow.Question(
                                flag.at(),
                                flag.end(),
                                flag.reason().name().toLowerCase(Locale.ROOT),
                                original.substring(flag.at(), flag.end()),
                                flag.offer()));
            }
        }
        return asked;
    }
}

package org.bargardan.importing.ui;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.bargardan.importing.RepairedFile.Repair;
import org.bargardan.text.repair.RepairEdit;

/// A paragraph before and after its repair, as the browser draws it.
///
/// @param at,end its stretch of the original, in UTF-16 code units
/// @param page 0 where there are no pages
record SheetRow(
        int no,
        int at,
        int end,
        String kind,
        int page,
        List<Piece> pieces,
        List<Question> questions) {

    /// A stretch of the text: unchanged, or before and after some repairs.
    ///
    /// @param before what the left side shows
    /// @param after what the right side shows; the same as before where nothing changed
    /// @param repairs their numbers in the file; none where nothing changed
    /// @param refused numbers of repairs that somebody did not want here
    /// @param rules names of the rules that made the repairs, or would have made the refused ones
    record Piece(
            String before,
            String after,
            List<Integer> repairs,
            List<Integer> refused,
            List<String> rules) {

        static Piece same(String text) {
            return new Piece(text, text, List.of(), List.of(), List.of());
        }

        static Piece changed(Repair repair, int number) {
            var edit = repair.edit();
            return new Piece(
                    edit.before(), edit.after(), List.of(number), List.of(), repair.rules());
        }

        static Piece refused(RepairEdit edit, int number) {
            return new Piece(
                    edit.before(), edit.before(), List.of(), List.of(number), edit.rules());
        }

        boolean isSame() {
            return repairs.isEmpty() && refused.isEmpty();
        }

        Piece append(Piece more) {
            var allRepairs = new ArrayList<>(repairs);
            allRepairs.addAll(more.repairs);
            var allRefused = new ArrayList<>(refused);
            allRefused.addAll(more.refused);
            var allRules = new LinkedHashSet<>(rules);
            allRules.addAll(more.rules);
            return new Piece(
                    before + more.before,
                    after + more.after,
                    allRepairs,
                    allRefused,
                    List.copyOf(allRules));
        }
    }

    /// A place that no rule could mend.
    ///
    /// @param reason why, as the key of the words for it
    /// @param offer what may stand there instead; empty if there is no guess
    record Question(int at, int end, String reason, String text, String offer) {}
}

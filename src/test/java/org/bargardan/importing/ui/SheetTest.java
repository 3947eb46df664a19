package org.bargardan.importing.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bargardan.format.FileFormats;
import org.bargardan.format.ReadResult;
import org.bargardan.format.SharedFiles;
import org.bargardan.importing.ReadFile;
import org.bargardan.importing.RepairChoices;
import org.bargardan.importing.RepairedFile;
import org.bargardan.importing.ui.SheetRow.Piece;
import org.bargardan.text.repair.RepairEdit;
import org.bargardan.text.repair.RepairStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {

    @ParameterizedTest
    @ValueSource(strings = {"000.txt", "001.txt", "002.txt", "003.txt"})
    void everyRepairStandsInOneRowAndAllRowsAreBothTexts(String name) throws IOException {
        var repaired = repaired(Files.readString(SharedFiles.path("seeds/" + name)));
        var sheet = new Sheet(repaired);
        var rows = sheet.rows(0, sheet.size());
        assertThat(rows).hasSize(repaired.document().paragraphs().size());
        assertThat(rows.stream().flatMap(row -> row.pieces().stream()).toList())
                .flatExtracting(Piece::repairs)
                .isEqualTo(IntStream.range(0, repaired.repairs().size()).boxed().toList());
        assertThat(side(rows, true)).isEqualTo(repaired.file().text());
        assertThat(side(rows, false)).isEqualTo(repaired.document().text());
    }

    @Test
    void aRowIsFoundByAnyOfItsPlaces() {
        var text = "پل كهنه\n\nاو مي گفت پل هاي شهر را مي شناسد.\n\nشب بود.\n";
        var sheet = new Sheet(repaired(text));
        assertThat(sheet.size()).isEqualTo(3);
        assertThat(sheet.rowAt(0)).isZero();
        assertThat(sheet.rowAt(text.indexOf("شناسد"))).isEqualTo(1);
        assertThat(sheet.rowAt(text.length())).isEqualTo(2);
    }

    @Test
    void aChangeWithinAWordIsOneOfTheWholeWord() {
        var pieces =
                new Sheet(repaired("او كتاب‌هاي كهنه را مي خواند.")).rows(0, 1).getFirst().pieces();
        assertThat(pieces)
                .filteredOn(piece -> !piece.isSame())
                .extracting(Piece::before, Piece::after)
                .contains(
                        tuple("كتاب‌هاي", "کتاب‌های"),
                        tuple("كهنه", "کهنه"),
                        tuple("مي خواند", "می‌خواند"));
    }

    @Test
    void aRefusedRepairKeepsItsPlaceSoThatItCanBeTakenBack() {
        var text = "پل كهنه\n\nشب بود.\n";
        var first = repaired(text).repairs().getFirst();
        var edit = first.edit();
        var refused = new RepairEdit(edit.at(), edit.before(), edit.after(), first.rules());
        var sheet =
                new Sheet(
                        RepairedFile.of(
                                read(text),
                                new RepairChoices(
                                        Set.of(),
                                        Set.of(),
                                        List.of(refused),
                                        List.of(),
                                        RepairStyle.DEFAULT)));
        var kept = new ArrayList<Piece>();
        sheet.rows(0, sheet.size())
                .forEach(row ->
                        row.pieces().stream()
                                .filter(piece -> !piece.refused().isEmpty())
                                .forEach(kept::add));
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().before()).isEqualTo("كهنه").isEqualTo(kept.getFirst().after());
        assertThat(sheet.refused(kept.getFirst().refused().getFirst())).isEqualTo(refused);
    }

    private static String side(List<SheetRow> rows, boolean before) {
        var text = new StringBuilder();
        rows.forEach(row ->
                row.pieces()
                        .forEach(piece -> text.append(before ? piece.before() : piece.after())));
        return text.toString();
    }

    private static RepairedFile repaired(String text) {
        return RepairedFile.of(read(text), RepairChoices.DEFAULT);
    }

    private static ReadFile read(String text) {
        var bytes = text.getBytes(UTF_8);
        var reading = (ReadResult.Read) FileFormats.PLAIN_TEXT.read(bytes);
        return new ReadFile("a.txt", bytes, FileFormats.PLAIN_TEXT, reading, "fa");
    }
}

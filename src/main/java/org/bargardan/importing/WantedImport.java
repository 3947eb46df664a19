package org.bargardan.importing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What a person decided about a file, as a job keeps it.
///
/// @param filter and what follows: how the file was read
/// @param target the document whose newer version the file is; null where it becomes one
record WantedImport(
        String name,
        String filter,
        String parameters,
        RepairChoices choices,
        boolean untouched,
        List<ParagraphMark> marks,
        @Nullable Target target) {

    private static final JsonMapper JSON = new JsonMapper();

    /// @param shown the document's last change when the person saw what would change
    record Target(UUID document, long shown) {}

    static WantedImport of(
            RepairedFile repaired, List<ParagraphMark> marks, @Nullable Target target) {
        var document = repaired.file().reading().document();
        return new WantedImport(
                repaired.file().name(),
                document.filter(),
                document.filterParameters(),
                repaired.choices(),
                repaired.findings().isEmpty(),
                marks,
                target);
    }

    byte[] write() {
        return JSON.writeValueAsBytes(this);
    }

    static WantedImport read(byte[] json) {
        return JSON.readValue(json, WantedImport.class);
    }
}

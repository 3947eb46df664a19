package org.bargardan.importing;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// What a person decided about a file, as a job keeps it.
///
/// @param filter and what follows: how the file was read
record WantedImport(
        String name,
        String filter,
        String parameters,
        RepairChoices choices,
        boolean untouched,
        List<ParagraphMark> marks) {

    private static final JsonMapper JSON = new JsonMapper();

    static WantedImport of(RepairedFile repaired, List<ParagraphMark> marks) {
        var document = repaired.file().reading().document();
        return new WantedImport(
                repaired.file().name(),
                document.filter(),
                document.filterParameters(),
                repaired.choices(),
                repaired.findings().isEmpty(),
                marks);
    }

    byte[] write() {
        return JSON.writeValueAsBytes(this);
    }

    static WantedImport read(byte[] json) {
        return JSON.readValue(json, WantedImport.class);
    }
}

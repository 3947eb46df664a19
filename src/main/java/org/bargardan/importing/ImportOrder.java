package org.bargardan.importing;

import java.util.UUID;
import org.bargardan.base.FileId;
import org.bargardan.project.ProjectId;

/// Where a job finds what it must import: the input of its row.
///
/// @param original the file
/// @param wanted a [WantedImport]
record ImportOrder(ProjectId project, FileId original, FileId wanted) {

    String write() {
        return project.value() + " " + original.value() + " " + wanted.value();
    }

    static ImportOrder read(String input) {
        var ids = input.split(" ", -1);
        return new ImportOrder(
                new ProjectId(UUID.fromString(ids[0])),
                new FileId(UUID.fromString(ids[1])),
                new FileId(UUID.fromString(ids[2])));
    }
}

package org.bargardan.document;

import static org.bargardan.document.internal.schema.Tables.DOCUMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_FORMER_ORIGINAL;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.util.HashMap;
import java.util.Map;
import org.bargardan.base.FileId;
import org.bargardan.base.StoredFiles;
import org.bargardan.project.ProjectId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How many bytes of originals projects hold. A file that came twice into a project counts once;
/// what is deleted counts until it is gone for good, and so does what a newer version replaced.
@Service
public class StoredOriginals {

    private final DSLContext database;
    private final StoredFiles files;

    StoredOriginals(DSLContext database, StoredFiles files) {
        this.database = database;
        this.files = files;
    }

    /// Those of every project that holds any; checks no right.
    @Transactional(readOnly = true)
    public Map<ProjectId, Long> bytes() {
        return bytes(noCondition());
    }

    /// Those of a project; checks no membership.
    @Transactional(readOnly = true)
    public long bytes(ProjectId project) {
        return bytes(DOCUMENT.PROJECT_ID.eq(project.value())).getOrDefault(project, 0L);
    }

    private Map<ProjectId, Long> bytes(Condition which) {
        var held =
                database.select(DOCUMENT.PROJECT_ID, DOCUMENT.FILE_ID)
                        .from(DOCUMENT)
                        .where(which)
                        .union(
                                select(DOCUMENT.PROJECT_ID, DOCUMENT_FORMER_ORIGINAL.FILE_ID)
                                        .from(DOCUMENT)
                                        .join(DOCUMENT_FORMER_ORIGINAL)
                                        .on(DOCUMENT_FORMER_ORIGINAL.DOCUMENT_ID.eq(DOCUMENT.ID))
                                        .where(which))
                        .fetchGroups(
                                row -> new ProjectId(row.value1()),
                                row -> new FileId(row.value2()));
        var sizes = files.sizes(held.values().stream().flatMap(each -> each.stream()).toList());
        var bytes = new HashMap<ProjectId, Long>();
        held.forEach((project, ids) ->
                bytes.put(project, ids.stream().mapToLong(id -> sizes.getOrDefault(id, 0L)).sum()));
        return bytes;
    }
}

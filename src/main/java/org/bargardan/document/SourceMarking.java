package org.bargardan.document;

import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_REVISION;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bargardan.account.UserId;
import org.bargardan.document.ChangePolicy.Action;
import org.bargardan.document.ChangePolicy.Change;
import org.bargardan.document.ChangePolicy.Verdict;
import org.bargardan.document.internal.schema.tables.records.DocumentRenderingRecord;
import org.bargardan.document.internal.schema.tables.records.DocumentRevisionRecord;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Workflow;
import org.bargardan.text.ChangeClass;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Marks the renderings whose sources changed under them, many at once: the words stay, whatever
/// was confirmed is a draft again, and the history says why.
@Component
class SourceMarking {

    private final DSLContext database;
    private final RenderingChange renderings;
    private final Clock clock;

    SourceMarking(DSLContext database, RenderingChange renderings, Clock clock) {
        this.database = database;
        this.renderings = renderings;
        this.clock = clock;
    }

    /// Held until the transaction ends. Always in the order of their ids, and before the document:
    /// whoever locks otherwise risks a deadlock.
    @Transactional(propagation = Propagation.MANDATORY)
    List<DocumentRenderingRecord> lock(Collection<UUID> ids) {
        var sorted = ids.stream().sorted().toList();
        var rows = new ArrayList<DocumentRenderingRecord>();
        for (int from = 0; from < sorted.size(); from += NewRows.BATCH) {
            rows.addAll(
                    database.selectFrom(DOCUMENT_RENDERING)
                            .where(
                                    DOCUMENT_RENDERING.ID.in(
                                            sorted.subList(
                                                    from,
                                                    Math.min(sorted.size(), from + NewRows.BATCH))))
                            .orderBy(DOCUMENT_RENDERING.ID)
                            .forUpdate()
                            .fetch());
        }
        return rows;
    }

    /// Who brings the newer version, in which project.
    record Asking(DocumentId document, UserId actor, Set<ProjectRole> roles, Workflow workflow) {}

    /// What the rules say of each rendering that has words.
    sealed interface Judged {

        record Allowed(Map<UUID, Status> follows) implements Judged {}

        record Refused(Refusal refusal) implements Judged {}
    }

    Judged judge(List<DocumentRenderingRecord> rows, Asking asking) {
        var follows = new HashMap<UUID, Status>();
        for (var row : rows) {
            var rendering = SegmentReading.rendering(asking.document, row);
            if (rendering.status() == Status.UNTRANSLATED) {
                continue;
            }
            switch (renderings.judge(
                    new Change(
                            Action.REIMPORT,
                            rendering,
                            Status.DRAFT,
                            ChangeClass.NONE,
                            rendering.author(),
                            asking.actor,
                            asking.roles,
                            asking.workflow))) {
                case Verdict.Refused(var why) -> {
                    return new Judged.Refused(why);
                }
                case Verdict.Allowed(var status) -> follows.put(row.getId(), status);
            }
        }
        return new Judged.Allowed(follows);
    }

    /// The version rises in all rows; those with a status to follow also get a revision.
    @Transactional(propagation = Propagation.MANDATORY)
    void write(
            List<DocumentRenderingRecord> rows,
            Map<UUID, Status> follows,
            long changeNo,
            UserId actor) {
        var returned = reasonsOfReturned(rows, follows);
        var revisions = new ArrayList<DocumentRevisionRecord>();
        for (var row : rows) {
            row.setVersion(row.getVersion() + 1);
            row.setChangedNo(changeNo);
            var status = follows.get(row.getId());
            if (status != null) {
                row.setStatus(status.key());
                row.setRevisionN(row.getRevisionN() + 1);
                revisions.add(
                        revision(row, returned.getOrDefault(row.getId(), ""), changeNo, actor));
            }
        }
        for (int from = 0; from < rows.size(); from += NewRows.BATCH) {
            database.batchUpdate(rows.subList(from, Math.min(rows.size(), from + NewRows.BATCH)))
                    .execute();
        }
        NewRows.insert(database, DOCUMENT_REVISION, revisions);
    }

    /// What a reviewer asked for stays readable in the row.
    private Map<UUID, String> reasonsOfReturned(
            List<DocumentRenderingRecord> rows, Map<UUID, Status> follows) {
        var words = new HashMap<UUID, String>();
        for (var row : rows) {
            if (row.getReturned() && follows.containsKey(row.getId())) {
                Optional.ofNullable(
                                database.select(DOCUMENT_REVISION.REASON)
                                        .from(DOCUMENT_REVISION)
                                        .where(
                                                DOCUMENT_REVISION.RENDERING_ID.eq(row.getId()),
                                                DOCUMENT_REVISION.N.eq(row.getRevisionN()))
                                        .fetchOne(DOCUMENT_REVISION.REASON))
                        .ifPresent(reason -> words.put(row.getId(), reason));
            }
        }
        return words;
    }

    private DocumentRevisionRecord revision(
            DocumentRenderingRecord row, String words, long changeNo, UserId actor) {
        var revision = new DocumentRevisionRecord();
        revision.setRenderingId(row.getId());
        revision.setN(row.getRevisionN());
        revision.setText(row.getText());
        revision.setCodes(row.getCodes());
        revision.setStatus(row.getStatus());
        revision.setReturned(row.getReturned());
        revision.setChangeClass(ChangeClass.NONE.key());
        revision.setOrigin(Origin.TYPED.kind().key());
        revision.setBaseN(row.getRevisionN() == 1 ? null : Long.valueOf(row.getRevisionN() - 1));
        revision.setSourceSeen(row.getSourceSeen());
        revision.setReasonKind(Reason.Kind.SOURCE.key());
        revision.setReason(words);
        revision.setByPerson(actor.value());
        revision.setAt(OffsetDateTime.now(clock));
        revision.setChangeNo(changeNo);
        return revision;
    }
}

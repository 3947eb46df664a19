package org.bargardan.document;

import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING_SEGMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING_SET;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bargardan.account.UserId;
import org.bargardan.document.SourceMarking.Asking;
import org.bargardan.document.VersionComparison.Changed;
import org.bargardan.document.VersionComparison.Gone;
import org.bargardan.document.VersionMatching.Kind;
import org.bargardan.document.internal.schema.tables.records.DocumentSegmentRecord;
import org.bargardan.project.Membership;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.bargardan.text.InlineCodes;
import org.bargardan.text.TaggedText;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Newer versions of a document's file: what they would change, and putting them in its place. For
/// managers, since it reopens what others have approved.
@Service
public class Reimports {

    private final DSLContext database;
    private final Documents documents;
    private final Projects projects;
    private final Membership membership;
    private final DocumentReplacing replacing;

    Reimports(
            DSLContext database,
            Documents documents,
            Projects projects,
            Membership membership,
            DocumentReplacing replacing) {
        this.database = database;
        this.documents = documents;
        this.projects = projects;
        this.membership = membership;
        this.replacing = replacing;
    }

    /// Stores nothing. Takes a second or so for a book.
    @Transactional(readOnly = true)
    public VersionComparison compare(DocumentId id, NewVersion version, UserId actor) {
        var document = documents.get(id, actor);
        membership.require(document.project(), actor, ProjectRole.MANAGER);
        var stored = StoredText.read(database, id);
        var plan = VersionPlan.of(stored, version);
        var concerned = new ArrayList<>(plan.gone());
        plan.paragraphs().stream()
                .flatMap(paragraph -> paragraph.segments().stream())
                .filter(segment -> segment.kind() == Kind.CHANGED)
                .forEach(segment -> {
                    if (segment.stored() != null) {
                        concerned.add(segment.stored());
                    }
                });
        var words = words(id, concerned);
        return new VersionComparison(
                stored.changeNo(),
                plan.count(Kind.KEPT),
                plan.count(Kind.MOVED),
                plan.count(Kind.BACK),
                plan.count(Kind.NEW),
                changed(plan, words),
                gone(stored, plan, words));
    }

    /// Puts the newer version in the document's place, whole or not at all. Every kept, moved and
    /// changed segment keeps its id, renderings, comments and history; what is gone stays readable.
    ///
    /// @param shown [VersionComparison#changeNo] of the comparison that was decided on
    @Transactional
    public ReimportResult replace(
            DocumentId id, NewVersion version, Original original, long shown, UserId actor) {
        var document = documents.get(id, actor);
        var project = document.project();
        membership.require(project, actor, ProjectRole.MANAGER);
        return replacing.replace(
                version,
                original,
                shown,
                new Asking(
                        id,
                        actor,
                        membership.requireMember(project, actor),
                        projects.get(project).workflow()));
    }

    private record Words(TaggedText text, Status status) {

        private static final Words NONE = new Words(TaggedText.plain(""), Status.UNTRANSLATED);
    }

    private static List<Changed> changed(VersionPlan plan, Map<UUID, Words> words) {
        var changed = new ArrayList<Changed>();
        int number = 0;
        for (var paragraph : plan.paragraphs()) {
            for (var segment : paragraph.segments()) {
                number++;
                var row = segment.stored();
                if (segment.kind() == Kind.CHANGED && row != null) {
                    var said = words.getOrDefault(row.getId(), Words.NONE);
                    changed.add(
                            new Changed(
                                    number,
                                    StoredText.source(row),
                                    segment.content().source(),
                                    said.text,
                                    said.status));
                }
            }
        }
        return changed;
    }

    private static List<Gone> gone(StoredText stored, VersionPlan plan, Map<UUID, Words> words) {
        var numbers = new HashMap<UUID, Integer>();
        for (int i = 0; i < stored.live(); i++) {
            numbers.put(stored.segments().get(i).getId(), i + 1);
        }
        return plan.gone().stream()
                .map(row -> {
                    var said = words.getOrDefault(row.getId(), Words.NONE);
                    return new Gone(
                            numbers.getOrDefault(row.getId(), 0),
                            StoredText.source(row),
                            said.text,
                            said.status);
                })
                .toList();
    }

    /// What the working set has for some segments.
    private Map<UUID, Words> words(DocumentId id, List<DocumentSegmentRecord> segments) {
        var words = new HashMap<UUID, Words>();
        var ids = segments.stream().map(DocumentSegmentRecord::getId).toList();
        for (int from = 0; from < ids.size(); from += NewRows.BATCH) {
            database.select(
                            DOCUMENT_RENDERING_SEGMENT.SEGMENT_ID,
                            DOCUMENT_RENDERING.TEXT,
                            DOCUMENT_RENDERING.CODES,
                            DOCUMENT_RENDERING.STATUS)
                    .from(DOCUMENT_RENDERING_SEGMENT)
                    .join(DOCUMENT_RENDERING)
                    .on(DOCUMENT_RENDERING.ID.eq(DOCUMENT_RENDERING_SEGMENT.RENDERING_ID))
                    .join(DOCUMENT_RENDERING_SET)
                    .on(DOCUMENT_RENDERING_SET.ID.eq(DOCUMENT_RENDERING.SET_ID))
                    .where(
                            DOCUMENT_RENDERING_SET.WORKING_OF.eq(id.value()),
                            DOCUMENT_RENDERING_SEGMENT.SEGMENT_ID.in(
                                    ids.subList(from, Math.min(ids.size(), from + NewRows.BATCH))))
                    .forEach(row ->
                            words.put(
                                    row.value1(),
                                    new Words(
                                            new TaggedText(
                                                    row.value2(), InlineCodes.read(row.value3())),
                                            Status.of(row.value4()))));
        }
        return words;
    }
}

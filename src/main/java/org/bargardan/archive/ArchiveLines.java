package org.bargardan.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bargardan.document.DocumentRows.ParagraphRow;
import org.bargardan.document.DocumentRows.RenderingRow;
import org.bargardan.document.DocumentRows.SegmentRow;
import org.bargardan.document.DocumentRows.SourceRevisionRow;
import org.bargardan.document.Reason;
import org.bargardan.document.Revision;
import org.bargardan.project.Project;
import org.bargardan.review.CommentRow;
import org.bargardan.text.InlineCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The form of what stands in an archive. What is null is left out, so that an archive without
/// names has no place for them.
final class ArchiveLines {

    private ArchiveLines() {}

    static JsonMapper mapper() {
        return JsonMapper.builder()
                .changeDefaultPropertyInclusion(
                        all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
    }

    /// @param form of the archive, for whoever reads it
    record ProjectFile(
            int form,
            String bargardan,
            UUID id,
            String name,
            String source,
            String target,
            int documents,
            Instant at) {

        static ProjectFile of(
                int form, String version, Project project, int documents, Instant at) {
            return new ProjectFile(
                    form,
                    version,
                    project.id().value(),
                    project.name(),
                    project.languages().source(),
                    project.languages().target(),
                    documents,
                    at);
        }
    }

    /// @param counts lines of the files beside it
    record DocumentFile(
            UUID id,
            String title,
            String source,
            String target,
            String original,
            String filter,
            String filterParameters,
            int filterVersion,
            String extractionSha256,
            String textAfter,
            long changeNumber,
            Map<String, Long> counts) {}

    /// An inline code: before which code point it stands, and what it does there.
    record CodeLine(int at, int id, String kind, String label) {

        static List<CodeLine> of(List<InlineCode> codes) {
            return codes.stream()
                    .map(code ->
                            new CodeLine(
                                    code.at(),
                                    code.id(),
                                    code.kind().name().toLowerCase(Locale.ROOT),
                                    code.label()))
                    .toList();
        }
    }

    /// In document order.
    record ParagraphLine(
            UUID id,
            String kind,
            int level,
            String separator,
            boolean translatable,
            String textUnit,
            @Nullable Long removedBy) {

        static ParagraphLine of(ParagraphRow row) {
            return new ParagraphLine(
                    row.id(),
                    row.kind(),
                    row.level(),
                    row.separatorBefore(),
                    row.translatable(),
                    row.textUnit(),
                    row.removedNo());
        }
    }

    /// In document order; separators, then sources and spaces of those not joined into others and
    /// not removed, are the text.
    record SegmentLine(
            UUID id,
            UUID paragraph,
            String source,
            List<CodeLine> codes,
            String space,
            @Nullable UUID joinedInto,
            @Nullable UUID splitFrom,
            @Nullable Long removedBy,
            long version) {

        static SegmentLine of(SegmentRow row) {
            return new SegmentLine(
                    row.id(),
                    row.paragraph(),
                    row.source(),
                    CodeLine.of(row.codes()),
                    row.space(),
                    row.joinedInto(),
                    row.splitFrom(),
                    row.removedNo(),
                    row.version());
        }
    }

    /// One saved state of a source.
    record SourceRevisionLine(
            UUID segment,
            long revision,
            String source,
            List<CodeLine> codes,
            String cause,
            @Nullable String by,
            Instant at,
            long changeNumber) {

        static SourceRevisionLine of(SourceRevisionRow row, @Nullable String by) {
            return new SourceRevisionLine(
                    row.segment(),
                    row.revision(),
                    row.source(),
                    CodeLine.of(row.codes()),
                    row.cause(),
                    by,
                    row.at(),
                    row.changeNo());
        }
    }

    /// @param set kind of its rendering set: working, proposal, published, aligned
    record RenderingLine(
            UUID id,
            String set,
            String lang,
            List<UUID> segments,
            String text,
            List<CodeLine> codes,
            String status,
            boolean returned,
            @Nullable String author,
            long revision,
            long version) {

        static RenderingLine of(RenderingRow row, @Nullable String author) {
            return new RenderingLine(
                    row.id(),
                    row.set(),
                    row.lang(),
                    row.segments(),
                    row.text(),
                    CodeLine.of(row.codes()),
                    row.status(),
                    row.returned(),
                    author,
                    row.revision(),
                    row.version());
        }
    }

    /// One saved state of a rendering.
    record RevisionLine(
            UUID rendering,
            long revision,
            String text,
            List<CodeLine> codes,
            String status,
            boolean returned,
            String changeClass,
            String origin,
            @Nullable String originRef,
            @Nullable Integer score,
            @Nullable ReasonLine reason,
            @Nullable String by,
            Instant at,
            long changeNumber) {

        static RevisionLine of(Revision row, @Nullable String by) {
            return new RevisionLine(
                    row.rendering().value(),
                    row.n(),
                    row.text().text(),
                    CodeLine.of(row.text().codes()),
                    row.status().key(),
                    row.returned(),
                    row.changeClass().key(),
                    row.origin().kind().key(),
                    row.origin().ref(),
                    row.origin().score(),
                    ReasonLine.of(row.reason()),
                    by,
                    row.at(),
                    row.changeNo());
        }
    }

    /// Why a rendering was returned.
    record ReasonLine(String kind, String words) {

        static @Nullable ReasonLine of(@Nullable Reason reason) {
            return reason == null ? null : new ReasonLine(reason.kind().key(), reason.words());
        }
    }

    /// What somebody said.
    record CommentLine(
            UUID id,
            UUID thread,
            @Nullable UUID segment,
            @Nullable UUID rendering,
            String state,
            String text,
            @Nullable String by,
            Instant at) {

        static CommentLine of(CommentRow row, @Nullable String by) {
            return new CommentLine(
                    row.id(),
                    row.thread(),
                    row.segment(),
                    row.rendering(),
                    row.state(),
                    row.text(),
                    by,
                    row.at());
        }
    }
}

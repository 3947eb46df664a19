package org.bargardan.importing;

import java.util.List;
import org.bargardan.account.UserId;
import org.bargardan.base.Job;
import org.bargardan.base.JobId;
import org.bargardan.base.Jobs;
import org.bargardan.base.StoredFiles;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Documents;
import org.bargardan.importing.WantedImport.Target;
import org.bargardan.project.Membership;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Imports of large files as jobs: they outlive the page on which they were asked for, and the
/// server too.
@Service
public class ImportJobs {

    /// A document of more segments is stored by a job.
    public static final int LARGE = 4_000;

    static final String KIND = "import";

    /// What a job reports that found its comparison out of date.
    public static final String STALE = "STALE";

    private final Membership membership;
    private final Documents documents;
    private final StoredFiles files;
    private final StorageQuota quota;
    private final Jobs jobs;

    ImportJobs(
            Membership membership,
            Documents documents,
            StoredFiles files,
            StorageQuota quota,
            Jobs jobs) {
        this.membership = membership;
        this.documents = documents;
        this.files = files;
        this.quota = quota;
        this.jobs = jobs;
    }

    /// What came of asking for an import.
    public sealed interface Asked {

        record Begun(JobId job) implements Asked {}

        /// Nothing was begun, because the project would hold more than the site lets it.
        record QuotaReached(long held, long most) implements Asked {}
    }

    /// Keeps the original and what the person decided, and begins; for managers and translators.
    @Transactional
    public Asked begin(
            ProjectId project, RepairedFile repaired, List<ParagraphMark> marks, UserId actor) {
        membership.require(project, actor, ProjectRole.MANAGER, ProjectRole.TRANSLATOR);
        return begin(project, repaired, marks, null, actor);
    }

    /// The same for a newer version of a document's file; for managers.
    ///
    /// @param shown [VersionComparison#changeNo] of the comparison that was decided on
    @Transactional
    public Asked beginReplacing(
            DocumentId document,
            RepairedFile repaired,
            List<ParagraphMark> marks,
            long shown,
            UserId actor) {
        var project = documents.get(document, actor).project();
        membership.require(project, actor, ProjectRole.MANAGER);
        return begin(project, repaired, marks, new Target(document.value(), shown), actor);
    }

    private Asked begin(
            ProjectId project,
            RepairedFile repaired,
            List<ParagraphMark> marks,
            @Nullable Target target,
            UserId actor) {
        var file = repaired.file();
        if (quota.refuses(project, file.bytes().length)) {
            return new Asked.QuotaReached(quota.held(project), quota.most());
        }
        var wanted = WantedImport.of(repaired, marks, target);
        var order =
                new ImportOrder(
                        project,
                        files.store(file.bytes(), file.format().mediaType()),
                        files.store(wanted.write(), "application/json"));
        return new Asked.Begun(jobs.start(KIND, order.write(), actor));
    }

    /// Those of a project that the person began and that have not ended.
    @Transactional(readOnly = true)
    public List<Job> underWay(ProjectId project, UserId actor) {
        return jobs.underWay(KIND, actor).stream()
                .filter(job -> ImportOrder.read(job.input()).project().equals(project))
                .toList();
    }
}

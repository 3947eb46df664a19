package org.bargardan.importing;

import java.util.List;
import org.bargardan.account.UserId;
import org.bargardan.base.JobOutcome;
import org.bargardan.base.JobRunner;
import org.bargardan.base.JobStoppedException;
import org.bargardan.base.RunningJob;
import org.bargardan.base.StoredFiles;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Documents;
import org.bargardan.document.ReimportResult;
import org.bargardan.format.FileFormat.InterruptedReading;
import org.bargardan.format.FileFormats;
import org.bargardan.importing.WantedImport.Target;
import org.springframework.stereotype.Component;

/// Reads a large file again, repairs it as a person decided, and stores the document.
///
/// A new document gets the job's id, so a job that is run a second time finds it there.
@Component
class ImportRunner implements JobRunner {

    private final Imports imports;
    private final Documents documents;
    private final StoredFiles files;

    ImportRunner(Imports imports, Documents documents, StoredFiles files) {
        this.imports = imports;
        this.documents = documents;
        this.files = files;
    }

    @Override
    public String kind() {
        return ImportJobs.KIND;
    }

    @Override
    public JobOutcome run(RunningJob job) {
        var order = ImportOrder.read(job.input());
        var actor = new UserId(job.by().orElseThrow());
        var document = new DocumentId(job.id().value());
        if (documents.isKnown(document)) {
            return new JobOutcome.Done(document.value().toString());
        }
        var wanted = WantedImport.read(files.read(order.wanted()));
        var format =
                FileFormats.find(wanted.filter())
                        .orElseThrow(() -> new IllegalStateException(wanted.filter()));
        var project = order.project();
        try {
            var outcome =
                    imports.read(
                            project,
                            wanted.name(),
                            files.read(order.original()),
                            format,
                            wanted.parameters(),
                            (done, total) -> show(job, done, total),
                            actor);
            return switch (outcome) {
                case ReadOutcome.Failed(var problem) ->
                        new JobOutcome.Failed(problem.kind().name());
                case ReadOutcome.Read(var file) -> {
                    job.check();
                    var repaired =
                            wanted.untouched()
                                    ? RepairedFile.untouched(file)
                                    : RepairedFile.of(file, wanted.choices());
                    job.check();
                    var target = wanted.target();
                    if (target != null) {
                        yield replace(target, repaired, wanted.marks(), order, actor);
                    }
                    imports.storeOnce(document, project, repaired, wanted.marks(), actor);
                    files.remove(order.wanted());
                    yield new JobOutcome.Done(document.value().toString());
                }
            };
        } catch (InterruptedReading e) {
            job.check();
            throw e;
        }
    }

    private JobOutcome replace(
            Target target,
            RepairedFile repaired,
            List<ParagraphMark> marks,
            ImportOrder order,
            UserId actor) {
        var document = new DocumentId(target.document());
        var outcome =
                switch (imports.replaceKept(document, repaired, marks, target.shown(), actor)) {
                    case ReimportResult.Reimported _, ReimportResult.Unchanged _ ->
                            new JobOutcome.Done(document.value().toString());
                    // What made it stale may have been this job, run before.
                    case ReimportResult.Stale _ ->
                            imports.compare(document, repaired, marks, actor).isSame()
                                    ? new JobOutcome.Done(document.value().toString())
                                    : new JobOutcome.Failed(ImportJobs.STALE);
                    case ReimportResult.Refused(var why) -> new JobOutcome.Failed(why.name());
                };
        files.remove(order.wanted());
        return outcome;
    }

    /// A reader lets nothing through but its own word for being stopped.
    private static void show(RunningJob job, long done, long total) {
        try {
            job.progress(done, total);
        } catch (JobStoppedException e) {
            throw new InterruptedReading();
        }
    }
}

package org.bargardan.account.rest;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bargardan.account.SignedInUser;
import org.bargardan.base.Job;
import org.bargardan.base.JobId;
import org.bargardan.base.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A person's long work: how far it is, and its end before its time.
@RestController
@RequestMapping("/api/v1/jobs")
class JobsController {

    private final Jobs jobs;
    private final SignedInUser signedIn;

    JobsController(Jobs jobs, SignedInUser signedIn) {
        this.jobs = jobs;
        this.signedIn = signedIn;
    }

    /// A job as programs see it.
    ///
    /// @param state `waiting`, `running`, `done`, `failed` or `cancelled`
    /// @param total 0 while nobody knows it
    /// @param cancelWanted whether its end was asked for, which may be a moment away
    /// @param report what it left, in the notation of its kind; null before the end
    record JobAnswer(
            UUID id,
            String kind,
            String state,
            long done,
            long total,
            boolean cancelWanted,
            @Nullable String report,
            Instant createdAt,
            @Nullable Instant endedAt) {

        static JobAnswer of(Job job) {
            return new JobAnswer(
                    job.id().value(),
                    job.kind(),
                    job.state().key(),
                    job.progress().done(),
                    job.progress().total(),
                    job.cancelWanted(),
                    job.report(),
                    job.createdAt(),
                    job.endedAt());
        }
    }

    /// Newest first.
    record JobList(List<JobAnswer> jobs) {}

    @GetMapping
    @Operation(summary = "Your newest jobs, 100 at most; administrators see everybody's")
    JobList list(Principal principal) {
        return new JobList(
                jobs.of(signedIn.require(principal).id()).stream().map(JobAnswer::of).toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far a job of yours is")
    JobAnswer get(@PathVariable UUID id, Principal principal) {
        return JobAnswer.of(jobs.get(new JobId(id), signedIn.require(principal).id()));
    }

    @PostMapping("/{id}/cancel")
    @Operation(
            summary = "Ask for a job's end",
            description = "One that runs ends a moment later; one that has ended stays as it is.")
    JobAnswer cancel(@PathVariable UUID id, Principal principal) {
        var actor = signedIn.require(principal).id();
        jobs.cancel(new JobId(id), actor);
        return JobAnswer.of(jobs.get(new JobId(id), actor));
    }
}

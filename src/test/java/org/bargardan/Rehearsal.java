package org.bargardan;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bargardan.base.JobOutcome;
import org.bargardan.base.JobRunner;
import org.bargardan.base.RunningJob;
import org.springframework.boot.test.context.TestComponent;

/// Runs jobs that do what a test says; one of which nothing was said ends at once.
@TestComponent
public class Rehearsal implements JobRunner {

    public static final String KIND = "rehearsal";

    private final Map<String, Part> parts = new ConcurrentHashMap<>();

    /// What a job does.
    @FunctionalInterface
    public interface Part {
        JobOutcome play(RunningJob job) throws Exception;
    }

    /// For the jobs with this input, which is therefore the test's own.
    public void learn(String input, Part part) {
        parts.put(input, part);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobOutcome run(RunningJob job) throws Exception {
        return parts.getOrDefault(job.input(), one -> new JobOutcome.Done(one.input())).play(job);
    }
}

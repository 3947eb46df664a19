package org.bargardan.importing.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.bargardan.account.UserId;
import org.bargardan.format.Detection;
import org.bargardan.format.FileFormat;
import org.bargardan.format.FileFormat.InterruptedReading;
import org.bargardan.format.FormatProblem;
import org.bargardan.importing.Imports;
import org.bargardan.importing.ParagraphMark;
import org.bargardan.importing.ReadFile;
import org.bargardan.importing.ReadOutcome;
import org.bargardan.importing.RepairChoices;
import org.bargardan.importing.RepairChoices.Typed;
import org.bargardan.importing.RepairedFile;
import org.bargardan.project.ProjectId;
import org.bargardan.text.Segmenter;
import org.bargardan.text.repair.Flag;
import org.bargardan.text.repair.RepairEdit;
import org.bargardan.text.repair.RepairRules;
import org.bargardan.text.repair.RepairStyle;
import org.jspecify.annotations.Nullable;

/// A file that somebody is bringing in: how far its reading is, and what the person has decided so
/// far. It lives in the person's session; nothing of it is stored. Leaving the page does not stop
/// the reading.
///
/// Used under the session's lock, but for the reading itself, which only sets [#state].
final class ImportUnderWay {

    private final UUID id = UUID.randomUUID();
    private final ProjectId project;

    /// Absent where the file becomes a document of its own.
    private final @Nullable Target target;

    private final String name;
    private final byte[] bytes;
    private volatile State state;
    private volatile @Nullable Thread reader;

    /// The text repaired as the choices say; absent until the file is read.
    private @Nullable RepairedFile repaired;

    private boolean atSegments;
    private RepairStyle style = RepairStyle.DEFAULT;
    private final Set<String> off = new HashSet<>();
    private final Set<String> on = new HashSet<>();
    private final List<RepairEdit> refused = new ArrayList<>();
    private final TreeMap<Integer, Typed> typed = new TreeMap<>();
    private final Set<Integer> left = new HashSet<>();
    private final TreeMap<Integer, ParagraphMark> marks = new TreeMap<>();

    /// @param target the document whose newer version it is; null where it becomes one
    ImportUnderWay(
            ProjectId project,
            @Nullable Target target,
            String name,
            byte[] bytes,
            Detection detection) {
        this.project = project;
        this.target = target;
        this.name = name;
        this.bytes = bytes;
        state =
                switch (detection) {
                    case Detection.Unsure(var readings) -> new State.Unsure(readings);
                    case Detection.NotText notText -> new State.Failed(notText.problem());
                    case Detection.Known _, Detection.Utf8 _ -> new State.Reading(0, 0);
                };
    }

    /// How far it is.
    sealed interface State {

        /// @param total 0 while it is not known
        record Reading(long done, long total) implements State {}

        /// A person must say in which encoding it is.
        record Unsure(List<Detection.Reading> readings) implements State {}

        record Read(ReadFile file) implements State {}

        record Failed(FormatProblem problem) implements State {}

        /// The person wanted it no more.
        record Stopped() implements State {}

        /// Something broke that should not.
        record Broken() implements State {}
    }

    UUID id() {
        return id;
    }

    ProjectId project() {
        return project;
    }

    Optional<Target> target() {
        return Optional.ofNullable(target);
    }

    String name() {
        return name;
    }

    int size() {
        return bytes.length;
    }

    byte[] bytes() {
        return bytes;
    }

    State state() {
        return state;
    }

    boolean isReading() {
        return state instanceof State.Reading;
    }

    /// Reads in a thread of its own.
    void read(Imports imports, FileFormat format, String parameters, UserId actor) {
        stop();
        repaired = null;
        state = new State.Reading(0, 0);
        var thread =
                Thread.ofVirtual()
                        .name("import-" + id)
                        .unstarted(() -> readNow(imports, format, parameters, actor));
        reader = thread;
        thread.start();
    }

    private void readNow(Imports imports, FileFormat format, String parameters, UserId actor) {
        var me = Thread.currentThread();
        State result;
        try {
            result =
                    switch (imports.read(
                            project,
                            name,
                            bytes,
                            format,
                            parameters,
                            (done, total) -> show(me, done, total),
                            actor)) {
                        case ReadOutcome.Read(var file) -> new State.Read(file);
                        case ReadOutcome.Failed(var problem) -> new State.Failed(problem);
                    };
        } catch (InterruptedReading e) {
            result = new State.Stopped();
        } catch (RuntimeException e) {
            System.getLogger(ImportUnderWay.class.getName())
                    .log(System.Logger.Level.ERROR, "a file could not be read", e);
            result = new State.Broken();
        }
        synchronized (this) {
            if (reader == me) {
                state = result;
                reader = null;
            }
        }
    }

    /// Stops the reading if it is wanted no more. The thread is never interrupted, since it asks
    /// the database too, and H2 closes a file whose thread is interrupted amid work.
    private synchronized void show(Thread by, long done, long total) {
        if (reader != by) {
            throw new InterruptedReading();
        }
        state = new State.Reading(done, total);
    }

    /// Stops the reading, if it is under way.
    synchronized void stop() {
        if (reader != null) {
            reader = null;
            state = new State.Stopped();
        }
    }

    /// The text repaired as the choices say.
    ///
    /// @throws IllegalStateException before the file is read
    RepairedFile repaired() {
        if (repaired == null) {
            repaired = RepairedFile.of(file(), choices());
        }
        return repaired;
    }

    ReadFile file() {
        return state instanceof State.Read(var file) ? file : notRead();
    }

    private static ReadFile notRead() {
        throw new IllegalStateException("the file is not read");
    }

    RepairChoices choices() {
        return new RepairChoices(off, on, refused, List.copyOf(typed.values()), style);
    }

    /// The project's rules, which a manager may change while the file is under way.
    void follow(RepairStyle projects, Segmenter segmenter) {
        if (state instanceof State.Read(var file)) {
            state = new State.Read(file.cutBy(segmenter));
        }
        if (repaired != null) {
            repaired = repaired.cutBy(segmenter);
        }
        if (!projects.equals(style)) {
            style = projects;
            repaired = null;
        }
    }

    /// Whether the person was looking at its segments last.
    boolean isAtSegments() {
        return atSegments;
    }

    void lookAtSegments(boolean look) {
        atSegments = look;
    }

    boolean isOn(String rule) {
        boolean byDefault =
                RepairRules.all().stream()
                        .anyMatch(any -> any.name().equals(rule) && any.onByDefault());
        return on.contains(rule) || byDefault && !off.contains(rule);
    }

    void turn(String rule, boolean wanted) {
        (wanted ? on : off).add(rule);
        (wanted ? off : on).remove(rule);
        repaired = null;
    }

    /// @param numbers of repairs of the text as it is now; what a person typed is taken back
    void refuse(Collection<Integer> numbers) {
        var repairs = repaired().repairs();
        for (int number : numbers) {
            if (number < 0 || number >= repairs.size()) {
                continue;
            }
            var repair = repairs.get(number);
            var edit = repair.edit();
            if (repair.rule().equals(RepairedFile.BY_PERSON)) {
                typed.remove(edit.at());
            } else {
                refused.add(new RepairEdit(edit.at(), edit.before(), edit.after(), repair.rules()));
            }
        }
        repaired = null;
    }

    void restore(Collection<RepairEdit> edits) {
        refused.removeAll(edits);
        repaired = null;
    }

    /// What stood there or was typed there before is replaced.
    void write(int at, int end, String text) {
        typed.values().removeIf(words -> words.at() < end && at < words.end());
        typed.put(at, new Typed(at, end, text));
        repaired = null;
    }

    /// The question at that place is answered: it stays as it is.
    void leave(int at) {
        left.add(at);
    }

    List<Flag> questions() {
        return repaired().flags().stream().filter(flag -> !left.contains(flag.at())).toList();
    }

    /// Makes a paragraph of the repaired text one with the next.
    void joinParagraphs(int paragraph) {
        type(repaired().joining(paragraph));
    }

    /// Begins a paragraph of the repaired text with that segment of one.
    void splitParagraph(int paragraph, int segment) {
        type(repaired().splitting(paragraph, segment));
    }

    private void type(List<Typed> changes) {
        changes.forEach(change -> write(change.at(), change.end(), change.text()));
    }

    void mark(ParagraphMark mark) {
        marks.put(mark.at(), mark);
    }

    List<ParagraphMark> marks() {
        return List.copyOf(marks.values());
    }
}

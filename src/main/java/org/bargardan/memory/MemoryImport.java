package org.bargardan.memory;

import static org.bargardan.memory.internal.schema.Tables.MEMORY;
import static org.bargardan.memory.internal.schema.Tables.MEMORY_UNIT;
import static org.bargardan.memory.internal.schema.Tables.MEMORY_VARIANT;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bargardan.account.AuditAction;
import org.bargardan.account.AuditLog;
import org.bargardan.account.UserId;
import org.bargardan.base.FileNames;
import org.bargardan.base.ReadOnlyMode;
import org.bargardan.base.TimeOrderedIds;
import org.bargardan.format.FormatProblem;
import org.bargardan.format.TmxLimits;
import org.bargardan.format.TmxListener;
import org.bargardan.format.TmxReader;
import org.bargardan.format.TmxReading;
import org.bargardan.format.TmxUnit;
import org.bargardan.format.TmxVariant;
import org.bargardan.project.Membership;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.bargardan.text.InlineCode;
import org.bargardan.text.InlineCodes;
import org.bargardan.text.SearchFolding;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings a TMX file into a project as a memory of its own.
///
/// - **Direction**: a unit is of use whichever of its languages was the source elsewhere; variant 0
///   is in the project's source language.
/// - **Several variants of a language**: the best by [UnitLanguages] is kept and the others told,
///   since nobody here can say which was meant.
/// - **Trust**: whom and when the file names is not believed; units are of nobody, from now.
/// - **Memory use**: that of one chunk, and 16 bytes and a little for every unit.
@Service
public class MemoryImport {

    /// The largest file that is taken, packed or not.
    public static final int MAX_BYTES = 20 * 1024 * 1024;

    private static final int CHUNK = 500;

    /// A chunk also ends here, or 500 of the longest texts would fill the memory.
    private static final int CHUNK_LENGTH = 1_000_000;

    private static final int PROBLEMS_MOST = 200;
    private static final int NAME_MOST = 200;
    private static final int LANG_MOST = 35;

    private static final Pattern VISIBLE = Pattern.compile("[^\\p{Z}\\p{C}]");

    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final Projects projects;
    private final Membership membership;
    private final Memories memories;
    private final AuditLog audit;
    private final ReadOnlyMode readOnly;
    private final Clock clock;
    private final TmxReader reader = new TmxReader(TmxLimits.DEFAULT);

    MemoryImport(
            DSLContext database,
            TransactionTemplate transaction,
            Projects projects,
            Membership membership,
            Memories memories,
            AuditLog audit,
            ReadOnlyMode readOnly,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.projects = projects;
        this.membership = membership;
        this.memories = memories;
        this.audit = audit;
        this.readOnly = readOnly;
        this.clock = clock;
    }

    /// For managers. Chunks are committed one by one, so a server that dies keeps what came before.
    ///
    /// @param fileName as it was on the other machine; its last part becomes the memory's name
    /// @throws IOException if the stream itself fails, never for what it holds
    public MemoryImportResult importTmx(
            ProjectId project, String fileName, InputStream file, UserId actor) throws IOException {
        membership.require(project, actor, ProjectRole.MANAGER);
        readOnly.requireWritable();
        var name = FileNames.lastPart(fileName, "memory.tmx", NAME_MOST);
        var run = new Run(project, name, actor);
        return run.end(reader.read(file, run));
    }

    /// A unit on its way into the database.
    private record Kept(TmxVariant source, TmxVariant target) {

        int length() {
            return source.text().length() + target.text().length();
        }
    }

    /// The import of one file.
    private final class Run implements TmxListener {

        private final ProjectId project;
        private final String name;
        private final UserId actor;
        private final UnitLanguages languages;
        private final List<Kept> chunk = new ArrayList<>();
        private final Set<UUID> seen = new HashSet<>();
        private final List<FormatProblem> problems = new ArrayList<>();
        private @Nullable MemoryId memory;
        private int chunkLength;
        private int kept;
        private int doubled;
        private int otherLanguages;
        private int empty;
        private int moreProblems;

        Run(ProjectId project, String name, UserId actor) {
            this.project = project;
            this.name = name;
            this.actor = actor;
            languages = new UnitLanguages(projects.get(project).languages());
        }

        @Override
        public void problem(FormatProblem problem) {
            if (problems.size() < PROBLEMS_MOST) {
                problems.add(problem);
            } else {
                moreProblems++;
            }
        }

        @Override
        public void unit(TmxUnit unit, int line) {
            var chosen = languages.choose(unit.variants());
            if (chosen.isEmpty()) {
                otherLanguages++;
                return;
            }
            var found = new Kept(chosen.get().source(), chosen.get().target());
            if (!VISIBLE.matcher(found.source().text()).find()
                    || !VISIBLE.matcher(found.target().text()).find()) {
                empty++;
                problem(new FormatProblem(line, 0, FormatProblem.Kind.EMPTY_TEXT, List.of()));
                return;
            }
            chosen.get()
                    .passedOver()
                    .ifPresent(lang ->
                            problem(
                                    new FormatProblem(
                                            line,
                                            0,
                                            FormatProblem.Kind.SECOND_VARIANT,
                                            List.of(shortened(lang)))));
            if (seen.add(fingerprint(found))) {
                keep(found);
            } else {
                doubled++;
            }
        }

        private void keep(Kept unit) {
            chunk.add(unit);
            chunkLength += unit.length();
            kept++;
            if (chunk.size() == CHUNK || chunkLength > CHUNK_LENGTH) {
                transaction.executeWithoutResult(status -> store());
            }
        }

        private void store() {
            if (memory == null) {
                memory = newMemory(project, name);
            }
            insert(memory, chunk);
            chunk.clear();
            chunkLength = 0;
        }

        MemoryImportResult end(TmxReading reading) {
            var report =
                    new MemoryImportReport(
                            name,
                            reading.units() + reading.leftOut(),
                            kept,
                            doubled,
                            otherLanguages,
                            reading.leftOut() + empty,
                            problems,
                            moreProblems);
            if (kept == 0) {
                return new MemoryImportResult.NothingKept(report);
            }
            var filled =
                    transaction.execute(status -> {
                        if (!chunk.isEmpty()) {
                            store();
                        }
                        audit.add(
                                AuditAction.IMPORTED,
                                actor,
                                "project:" + project.value(),
                                "tmx units=" + kept);
                        return memory;
                    });
            if (filled == null) {
                throw new IllegalStateException("units kept in no memory");
            }
            return new MemoryImportResult.Imported(filled, report);
        }
    }

    private static String shortened(String lang) {
        return FileNames.shortened(lang, LANG_MOST);
    }

    private static UUID fingerprint(Kept unit) {
        // No text holds U+0000.
        return UUID.nameUUIDFromBytes(
                (unit.source().text() + '\0' + unit.target().text())
                        .getBytes(StandardCharsets.UTF_8));
    }

    private MemoryId newMemory(ProjectId project, String name) {
        var id = new MemoryId(TimeOrderedIds.next());
        database.insertInto(MEMORY)
                .set(MEMORY.ID, id.value())
                .set(MEMORY.PROJECT_ID, project.value())
                .set(MEMORY.NAME, name)
                .set(MEMORY.KIND, MemoryKind.IMPORTED.key())
                .set(MEMORY.CHANGE_NO, 0L)
                .execute();
        return id;
    }

    /// Which row of the units gets which texts does not matter: they differ in nothing else.
    private void insert(MemoryId memory, List<Kept> units) {
        long changeNo = memories.nextChange(memory);
        var now = OffsetDateTime.now(clock);
        var rows =
                database.insertInto(
                        MEMORY_UNIT,
                        MEMORY_UNIT.MEMORY_ID,
                        MEMORY_UNIT.AT,
                        MEMORY_UNIT.QUALITY,
                        MEMORY_UNIT.PROPS,
                        MEMORY_UNIT.CHANGE_NO);
        for (int i = 0; i < units.size(); i++) {
            rows = rows.values(memory.value(), now, 0, "", changeNo);
        }
        rows.execute();
        var ids =
                database.select(MEMORY_UNIT.ID)
                        .from(MEMORY_UNIT)
                        .where(
                                MEMORY_UNIT.MEMORY_ID.eq(memory.value()),
                                MEMORY_UNIT.CHANGE_NO.eq(changeNo))
                        .orderBy(MEMORY_UNIT.ID)
                        .fetch(MEMORY_UNIT.ID);
        var variants =
                database.insertInto(
                        MEMORY_VARIANT,
                        MEMORY_VARIANT.UNIT_ID,
                        MEMORY_VARIANT.N,
                        MEMORY_VARIANT.LANG,
                        MEMORY_VARIANT.TEXT,
                        MEMORY_VARIANT.CODES,
                        MEMORY_VARIANT.KEY_HASH);
        for (int i = 0; i < units.size(); i++) {
            int n = 0;
            for (var variant : List.of(units.get(i).source(), units.get(i).target())) {
                var lang = lang(variant);
                variants =
                        variants.values(
                                ids.get(i),
                                n++,
                                lang,
                                variant.text(),
                                InlineCodes.write(codes(variant)),
                                SearchFolding.keyHash(variant.text(), lang));
            }
        }
        variants.execute();
    }

    /// The column's length is the longest that BCP 47 demands of anybody (RFC 5646, 4.4.1).
    private static String lang(TmxVariant variant) {
        var tag = UnitLanguages.canonical(variant.lang());
        return tag.length() <= LANG_MOST ? tag : tag.substring(0, tag.indexOf('-'));
    }

    private static List<InlineCode> codes(TmxVariant variant) {
        return variant.codes().stream()
                .map(code ->
                        new InlineCode(
                                code.at(),
                                code.id(),
                                InlineCode.Kind.valueOf(code.kind().name()),
                                code.label()))
                .toList();
    }
}

package org.bargardan.memory;

import static org.bargardan.memory.internal.schema.Tables.MEMORY_UNIT;
import static org.bargardan.memory.internal.schema.Tables.MEMORY_VARIANT;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bargardan.account.UserId;
import org.bargardan.document.RenderingId;
import org.bargardan.memory.internal.schema.tables.MemoryVariant;
import org.bargardan.text.SearchFolding;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The units of memories, held ready for matching. It is derived: before every search it takes up
/// what changed in the tables since its last look, by change number, so it needs no notice and
/// survives a restart, a lost event and a second node.
@Component
class MatchIndex {

    private final DSLContext database;
    private final Map<MemoryId, Held> memories = new ConcurrentHashMap<>();

    MatchIndex(DSLContext database) {
        this.database = database;
    }

    /// A unit as a search reads it.
    ///
    /// @param tokens of the source's match key
    /// @param rendering null for units that follow none
    record Indexed(
            long id,
            String source,
            String target,
            List<String> tokens,
            long sourceHash,
            @Nullable Long before,
            @Nullable Long after,
            @Nullable RenderingId rendering,
            @Nullable UserId by,
            Instant at) {}

    /// The live units of a memory, as of everything committed before the call.
    @Transactional(readOnly = true)
    Collection<Indexed> units(MemoryId memory) {
        var held = memories.computeIfAbsent(memory, id -> new Held());
        synchronized (held) {
            refresh(memory, held);
        }
        return held.units.values();
    }

    /// Forgets everything; the next search reads the tables again.
    void clear() {
        memories.clear();
    }

    private void refresh(MemoryId memory, Held held) {
        var source = MEMORY_VARIANT.as("source");
        var target = MEMORY_VARIANT.as("target");
        try (var rows =
                database.select(MEMORY_UNIT.fields())
                        .select(source.TEXT, source.LANG, source.KEY_HASH, target.TEXT)
                        .from(MEMORY_UNIT)
                        .join(source)
                        .on(source.UNIT_ID.eq(MEMORY_UNIT.ID), source.N.eq(0))
                        .join(target)
                        .on(target.UNIT_ID.eq(MEMORY_UNIT.ID), target.N.eq(1))
                        .where(
                                MEMORY_UNIT.MEMORY_ID.eq(memory.value()),
                                MEMORY_UNIT.CHANGE_NO.gt(held.changeNo))
                        .orderBy(MEMORY_UNIT.CHANGE_NO)
                        .fetchSize(1000)
                        .fetchLazy()) {
            for (var row : rows) {
                held.changeNo = row.get(MEMORY_UNIT.CHANGE_NO);
                long id = row.get(MEMORY_UNIT.ID);
                if (row.get(MEMORY_UNIT.DELETED_AT) == null) {
                    held.units.put(id, indexed(id, row, source, target));
                } else {
                    held.units.remove(id);
                }
            }
        }
    }

    private static Indexed indexed(
            long id, Record row, MemoryVariant source, MemoryVariant target) {
        var text = row.get(source.TEXT);
        var rendering = row.get(MEMORY_UNIT.RENDERING_ID);
        var by = row.get(MEMORY_UNIT.BY_PERSON);
        return new Indexed(
                id,
                text,
                row.get(target.TEXT),
                SearchFolding.tokens(text, row.get(source.LANG)),
                row.get(source.KEY_HASH),
                row.get(MEMORY_UNIT.BEFORE_HASH),
                row.get(MEMORY_UNIT.AFTER_HASH),
                rendering == null ? null : new RenderingId(rendering),
                by == null ? null : new UserId(by),
                row.get(MEMORY_UNIT.AT).toInstant());
    }

    /// What is held of one memory. Written under its own lock, read without.
    private static final class Held {

        private final Map<Long, Indexed> units = new ConcurrentHashMap<>();
        private long changeNo;
    }
}

package org.bargardan.editor.ui;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.bargardan.account.Person;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.base.ui.Isolated;
import org.bargardan.document.ChangePolicy.Action;
import org.bargardan.document.Document;
import org.bargardan.document.Draft;
import org.bargardan.document.Entry;
import org.bargardan.document.Permissions;
import org.bargardan.document.Refusal;
import org.bargardan.document.RenderingId;
import org.bargardan.document.Renderings;
import org.bargardan.document.Revision;
import org.bargardan.document.Segments;
import org.bargardan.document.Status;
import org.bargardan.editor.panel.CommentCounts;
import org.bargardan.text.TaggedText;
import org.bargardan.text.WordDiff;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/// Makes the lines of one open editor from what the services know.
final class Rows {

    private final Segments segments;
    private final Renderings renderings;
    private final Users users;
    private final ObjectProvider<CommentCounts> comments;
    private final Document document;
    private final UserId actor;
    private final Permissions permissions;
    private final long lookedAt;
    private final BiFunction<String, Object[], String> words;

    /// @param lookedAt the change number up to which a reviewer has looked; negative outside review
    /// @param words gives the text of a translation key
    Rows(
            Segments segments,
            Renderings renderings,
            Users users,
            ObjectProvider<CommentCounts> comments,
            Document document,
            UserId actor,
            Permissions permissions,
            long lookedAt,
            BiFunction<String, Object[], String> words) {
        this.segments = segments;
        this.renderings = renderings;
        this.users = users;
        this.comments = comments;
        this.document = document;
        this.actor = actor;
        this.permissions = permissions;
        this.lookedAt = lookedAt;
        this.words = words;
    }

    List<Row> of(Collection<RenderingId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var entries = segments.entries(document.id(), ids, actor);
        var known = entries.stream().map(entry -> entry.rendering().id()).toList();
        var drafts = renderings.drafts(document.id(), actor);
        var last =
                renderings.lastRevisions(
                        entries.stream()
                                .filter(entry -> entry.rendering().status() == Status.DRAFT)
                                .map(entry -> entry.rendering().id())
                                .toList(),
                        actor);
        var before =
                lookedAt > 0
                        ? renderings.textsAt(known, lookedAt, actor)
                        : Map.<RenderingId, TaggedText>of();
        var counts = new HashMap<RenderingId, Integer>();
        comments.forEach(source -> counts.putAll(source.counts(known, actor)));
        var people = people(entries, last.values());
        return entries.stream()
                .map(entry ->
                        row(
                                entry,
                                drafts.get(entry.rendering().id()),
                                last.get(entry.rendering().id()),
                                before.get(entry.rendering().id()),
                                counts.getOrDefault(entry.rendering().id(), 0),
                                people))
                .toList();
    }

    Row of(RenderingId id) {
        return of(List.of(id)).getFirst();
    }

    private Map<UserId, Person> people(List<Entry> entries, Collection<Revision> last) {
        var ids = new HashSet<UserId>();
        entries.forEach(
                entry -> Optional.ofNullable(entry.rendering().author()).ifPresent(ids::add));
        last.forEach(revision -> ids.add(revision.by()));
        return users.byIds(ids);
    }

    private Row row(
            Entry entry,
            @Nullable Draft draft,
            @Nullable Revision last,
            @Nullable TaggedText before,
            int commentCount,
            Map<UserId, Person> people) {
        var rendering = entry.rendering();
        var author = rendering.author() == null ? null : people.get(rendering.author());
        var write = permissions.refusal(rendering, Action.CONFIRM);
        var approve = permissions.refusal(rendering, Action.APPROVE);
        var since = since(before, rendering.text());
        return new Row(
                rendering.id().value().toString(),
                entry.segment().value().toString(),
                entry.number(),
                entry.kind().key(),
                entry.startsParagraph(),
                entry.source().text(),
                Row.Code.of(entry.source()),
                rendering.text().text(),
                Row.Code.of(rendering.text()),
                rendering.status().key(),
                rendering.returned(),
                last == null ? null : reason(last),
                last == null || last.reason() == null ? null : penName(people.get(last.by())),
                rendering.version(),
                author == null ? null : new Row.Writer(author.penName(), author.colour()),
                actor.equals(rendering.author()),
                draft == null ? null : new Row.Unsent(draft.text().text(), draft.baseVersion()),
                commentCount,
                since,
                since == null ? null : word("editor.since-you-looked"),
                write.isEmpty(),
                approve.isEmpty(),
                (lookedAt >= 0 ? approve : write).map(this::refusal).orElse(null));
    }

    private @Nullable List<Row.Piece> since(@Nullable TaggedText before, TaggedText now) {
        if (before == null || before.text().isEmpty() || before.text().equals(now.text())) {
            return null;
        }
        return Row.Piece.redline(
                WordDiff.between(before.text(), now.text(), document.languages().target()));
    }

    private @Nullable String reason(Revision last) {
        var reason = last.reason();
        if (reason == null) {
            return null;
        }
        var kind = word("client.return." + reason.kind().key());
        return reason.words().isBlank() ? kind : kind + " — " + Isolated.words(reason.words());
    }

    private static @Nullable String penName(@Nullable Person person) {
        return person == null ? null : person.penName();
    }

    String refusal(Refusal refusal) {
        return word("refusal." + refusal.key());
    }

    private String word(String key) {
        return words.apply(key, new Object[0]);
    }
}

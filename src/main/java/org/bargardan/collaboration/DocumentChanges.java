package org.bargardan.collaboration;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.bargardan.base.AfterCommit;
import org.bargardan.document.DocumentChanged;
import org.bargardan.document.DocumentId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells whoever follows a document that something in it has a certain change number or a later
/// one: only that, never what. Followers read the database again, which alone is the truth.
///
/// In process, so it assumes one application node; docs/adr/0016 says how several will follow.
/// Notices of one document are gathered, so that a follower hears at most three a second.
@Component
public class DocumentChanges implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentChanges.class);
    private static final long GATHER_MILLIS = 300;

    private final Map<DocumentId, List<LongConsumer>> followers = new ConcurrentHashMap<>();
    private final Map<DocumentId, Long> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService teller =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("document-changes").daemon().factory());

    /// A follower reads the document once after subscribing: what was committed between its last
    /// reading and this call is not told.
    public Subscription follow(DocumentId document, LongConsumer follower) {
        followers.compute(
                document,
                (id, all) -> {
                    var list = all == null ? new CopyOnWriteArrayList<LongConsumer>() : all;
                    list.add(follower);
                    return list;
                });
        return () ->
                followers.computeIfPresent(
                        document,
                        (id, all) -> {
                            all.remove(follower);
                            return all.isEmpty() ? null : all;
                        });
    }

    /// How many follow, over all documents.
    int followerCount() {
        return followers.values().stream().mapToInt(List::size).sum();
    }

    @EventListener
    void on(DocumentChanged changed) {
        AfterCommit.run(() -> gather(changed));
    }

    private void gather(DocumentChanged changed) {
        if (!followers.containsKey(changed.document())) {
            return;
        }
        if (waiting.put(changed.document(), changed.changeNo()) == null) {
            teller.schedule(() -> tell(changed.document()), GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /// One failing follower harms neither the others nor the change.
    private void tell(DocumentId document) {
        var changeNo = waiting.remove(document);
        if (changeNo == null) {
            return;
        }
        for (var follower : followers.getOrDefault(document, List.of())) {
            try {
                follower.accept(changeNo);
            } catch (RuntimeException e) {
                LOG.warn("A follower of a document failed", e);
            }
        }
    }

    @Override
    public void destroy() {
        teller.shutdownNow();
    }
}

package org.bargardan.kill;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// What the clients of a killed application know: what they sent, and what was acknowledged.
public final class Ledger {

    /// A text sent for a rendering, made from that version of it.
    public record Attempt(UUID rendering, long version, String text) {}

    /// Revision n of a rendering leads to its version n + 1.
    record Place(UUID rendering, long revision) {}

    private final Map<Place, String> acknowledged = new ConcurrentHashMap<>();
    private final Set<Attempt> unanswered = ConcurrentHashMap.newKeySet();

    void sent(Attempt attempt) {
        unanswered.add(attempt);
    }

    void refused(Attempt attempt) {
        unanswered.remove(attempt);
    }

    void acknowledged(Attempt attempt) {
        unanswered.remove(attempt);
        var place = new Place(attempt.rendering(), attempt.version());
        var other = acknowledged.put(place, attempt.text());
        if (other != null) {
            throw new IllegalStateException("two texts acknowledged for " + place);
        }
    }

    int size() {
        return acknowledged.size();
    }

    int unanswered() {
        return unanswered.size();
    }

    /// Acknowledged, but not stored so: what must never be.
    List<Place> lost(Map<Place, String> stored) {
        return acknowledged.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(stored.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Stored, though nobody knows to have sent it so: what must never be.
    List<Place> unexplained(Map<Place, String> stored) {
        return stored.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(acknowledged.get(entry.getKey())))
                .filter(entry -> !unanswered.contains(attempt(entry.getKey(), entry.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Sent, stored and never answered, since the application was killed between.
    long storedUnanswered(Map<Place, String> stored) {
        return unanswered.stream()
                .filter(attempt ->
                        attempt.text()
                                .equals(
                                        stored.get(
                                                new Place(attempt.rendering(), attempt.version()))))
                .count();
    }

    private static Attempt attempt(Place place, String text) {
        return new Attempt(place.rendering(), place.revision(), text);
    }
}

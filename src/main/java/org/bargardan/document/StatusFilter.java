package org.bargardan.document;

import java.util.Set;

/// Which renderings of a document somebody wants to see.
///
/// @param statuses any of these; none at all, with `returned` false, means every rendering
/// @param returned also those that were returned, which are drafts
public record StatusFilter(Set<Status> statuses, boolean returned) {

    public static final StatusFilter ALL = new StatusFilter(Set.of(), false);

    public StatusFilter {
        statuses = Set.copyOf(statuses);
    }

    boolean takesAll() {
        return statuses.isEmpty() && !returned;
    }
}

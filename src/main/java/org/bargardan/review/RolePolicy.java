package org.bargardan.review;

import static org.bargardan.project.ProjectRole.MANAGER;
import static org.bargardan.project.ProjectRole.REVIEWER;
import static org.bargardan.project.ProjectRole.TRANSLATOR;

import java.util.Collections;
import java.util.Set;
import org.bargardan.document.ChangePolicy;
import org.bargardan.document.Refusal;
import org.bargardan.document.Status;
import org.bargardan.project.ProjectRole;
import org.springframework.stereotype.Component;

/// What each project role may do to a rendering: translators and reviewers write, reviewers decide,
/// readers read. Managing a project is not writing in it.
@Component
class RolePolicy implements ChangePolicy {

    @Override
    public Verdict judge(Change change) {
        if (Collections.disjoint(change.roles(), needed(change))) {
            return new Verdict.Refused(Refusal.ROLE);
        }
        return lowersWhatOthersReviewed(change)
                ? new Verdict.Refused(Refusal.REVIEWED)
                : new Verdict.Allowed(change.wanted());
    }

    /// Writing over a reviewed text reopens it, which is its author's or a reviewer's to do.
    private static boolean lowersWhatOthersReviewed(Change change) {
        boolean writes = change.action() == Action.SAVE || change.action() == Action.CONFIRM;
        return writes
                && change.rendering().status().compareTo(Status.REVIEWED) >= 0
                && !change.roles().contains(REVIEWER)
                && !change.actor().equals(change.author());
    }

    private static Set<ProjectRole> needed(Change change) {
        return switch (change.action()) {
            case SAVE, CONFIRM -> Set.of(TRANSLATOR, REVIEWER);
            case RESHAPE -> Set.of(TRANSLATOR, REVIEWER, MANAGER);
            case REIMPORT -> Set.of(MANAGER);
            case APPROVE, RETURN -> Set.of(REVIEWER);
            // Whoever wrote the words may take them back; otherwise it is a reviewer's decision.
            case REOPEN ->
                    change.actor().equals(change.author())
                            ? Set.of(TRANSLATOR, REVIEWER)
                            : Set.of(REVIEWER);
        };
    }
}

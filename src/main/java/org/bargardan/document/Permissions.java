package org.bargardan.document;

import java.util.Optional;
import java.util.Set;
import org.bargardan.account.UserId;
import org.bargardan.document.ChangePolicy.Action;
import org.bargardan.document.ChangePolicy.Change;
import org.bargardan.document.ChangePolicy.Verdict;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Workflow;
import org.bargardan.text.ChangeClass;

/// What the rules would say if a person did something in a document now: for showing, not for
/// deciding, since the rules are asked again when it is done.
public final class Permissions {

    private final RenderingChange change;
    private final UserId actor;
    private final Set<ProjectRole> roles;
    private final Workflow workflow;

    Permissions(RenderingChange change, UserId actor, Set<ProjectRole> roles, Workflow workflow) {
        this.change = change;
        this.actor = actor;
        this.roles = roles;
        this.workflow = workflow;
    }

    /// Why the action would be refused with the words as they are; empty if it would not.
    public Optional<Refusal> refusal(Rendering rendering, Action action) {
        if (action == Action.APPROVE && !rendering.status().isConfirmed()) {
            return Optional.of(Refusal.NOT_CONFIRMED);
        }
        var verdict =
                change.judge(
                        new Change(
                                action,
                                rendering,
                                rendering.status(),
                                ChangeClass.NONE,
                                rendering.author(),
                                actor,
                                roles,
                                workflow));
        return verdict instanceof Verdict.Refused(var refusal)
                ? Optional.of(refusal)
                : Optional.empty();
    }

    public boolean has(ProjectRole role) {
        return roles.contains(role);
    }
}
